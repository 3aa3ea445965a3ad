// Time and consensus: what nobody decides expires, with its operation; what waits keeps no other change waiting.
import { afterAll, beforeAll, expect, it } from "vitest";
import { approve, consensus, createConsensusPolicy, sweepApprovals } from "#domain/approvals";
import type { Actor, DomainContext } from "#domain/context";
import { seedCells } from "#domain/cells";
import { createNamespace, deleteNamespace } from "#domain/namespaces";
import { getOperation, listUnfinished } from "#domain/operations";
import { seedRegions } from "#domain/regions";
import { randomIds } from "#shared/ids";
import { actorOf, createDomainWorld, createOwner, type DomainWorld } from "./domain-world.ts";

const REGION = "aws-us-east-1";
const DAY_MS = 86_400_000;

let world: DomainWorld;
let owner: Actor;
let other: Actor;

beforeAll(async () => {
  world = await createDomainWorld("consensus");
  owner = await createOwner(world, "owner@example.com");
  other = await createOwner(world, "other@example.com");
  const { principalId: id } = other;
  const { accountId } = owner;
  await world.database.query.user.update({ where: { id }, data: { accountId } });
  other = await actorOf(world, accountId, id);
  await world.database.transaction(async (tx) => {
    const region = { id: REGION, provider: "aws", region: "us-east-1", location: "US" } as const;
    await seedRegions(tx, [{ ...region, grpcAddress: "localhost:7320", webAddress: "" }]);
    const cell = { id: "cell-a", region: REGION, driver: "embedded", address: "127.0.0.1:1" } as const;
    await seedCells(tx, [cell], world.clock.now());
  });
});
afterAll(() => world.close());

const contextOf = (actor: Actor): DomainContext => ({ ...world.context(actor), consensus });

async function heldDeletion(name: string): Promise<{ operationId: string; requestId: string }> {
  const spec = { name, regions: [REGION], apiKeyAuth: { enabled: true } };
  const created = await createNamespace(contextOf(owner), { spec });
  const namespace = created.namespace ?? "";
  await world.database.query.namespace.update({
    where: { id: namespace },
    data: { state: "ACTIVE", asyncOperationId: "" },
  });
  const held = await deleteNamespace(contextOf(owner), { namespace, resourceVersion: "1" });
  const operationId = held.asyncOperation?.id ?? "";
  const where = { asyncOperationId: operationId };
  const { id } = await world.database.query.approvalRequest.findFirstOrThrow({ where });
  return { operationId, requestId: id };
}

const operationStateOf = async (operationId: string): Promise<string> => {
  const row = await getOperation(world.database.query, { accountId: owner.accountId, operationId });
  return `${row.state} ${row.failureReason}`.trim();
};

it("P1: what nobody decides in its time expires, and its operation fails with that reason", async () => {
  const spec = { displayName: "all", wholeAccount: true, operations: ["delete_namespace"], approvals: 1 };
  await createConsensusPolicy(contextOf(owner), { spec });
  const { operationId, requestId } = await heldDeletion("slow");
  expect(await operationStateOf(operationId)).toBe("PENDING");
  const unfinished = await listUnfinished(world.database, { untouchedSinceMs: world.clock.now() + DAY_MS });
  expect(unfinished.map(({ id }) => id)).not.toContain(operationId);
  const sweep = () => sweepApprovals({ ...world, ids: randomIds });
  expect(await sweep()).toBe(0);
  world.advance(DAY_MS);
  const { requestHash } = await world.database.query.approvalRequest.findUniqueOrThrow({
    where: { id: requestId },
  });
  await expect(approve(contextOf(other), { requestId, requestHash })).rejects.toMatchObject({
    code: "FAILED_PRECONDITION",
    message: "The request waits no more: it is expired.",
  });
  expect(await sweep()).toBe(1);
  expect(await sweep()).toBe(0);
  expect(await operationStateOf(operationId)).toBe(
    "FAILED Nobody decided in time: the request for approval has expired.",
  );
  const records = await world.database.query.auditRecord.findMany({ where: { resourceId: requestId } });
  expect(records.map(({ action }) => action)).toContain("cloud.approval.expire");
});

it("what is approved and cannot be carried out for a day is given up", async () => {
  const { operationId, requestId } = await heldDeletion("stuck");
  const { requestHash } = await world.database.query.approvalRequest.findUniqueOrThrow({
    where: { id: requestId },
  });
  await approve(contextOf(other), { requestId, requestHash });
  world.advance(DAY_MS);
  expect(await sweepApprovals({ ...world, ids: randomIds })).toBe(1);
  expect(await operationStateOf(operationId)).toContain("FAILED It was approved, but");
});

it("changes that wait for people leave the room of operations in flight to others", async () => {
  await world.database.query.asyncOperation.updateMany({ data: { state: "FULFILLED" } });
  for (let index = 0; index < 12; index += 1) {
    await heldDeletion(`many-${index}`);
    await world.database.query.asyncOperation.updateMany({
      where: { operationType: "CreateNamespace" },
      data: { state: "FULFILLED" },
    });
  }
  const waiting = await world.database.query.approvalRequest.count({ where: { state: "PENDING" } });
  expect(waiting).toBe(12);
});
