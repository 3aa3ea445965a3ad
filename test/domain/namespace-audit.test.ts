// The audit of running namespaces, on the control plane's side: who may ask for it, that the edge learns it, and that what
// gateways recorded enters the trail once.
import { afterAll, beforeAll, expect, it } from "vitest";
import { getAuditLogs, recordCalls, verifyAudit } from "#domain/audit";
import type { Actor } from "#domain/context";
import { readDirectory } from "#domain/directory";
import { getNamespaceAudit, updateNamespaceAudit } from "#domain/namespace-audit";
import type { directoryV1 } from "#contracts";
import { actorOf, createDomainWorld, createOwner, type DomainWorld } from "./domain-world.ts";

let world: DomainWorld;
let owner: Actor;
let namespace: string;

beforeAll(async () => {
  world = await createDomainWorld("namespace_audit");
  owner = await createOwner(world, "owner@example.com");
  namespace = `orders.${owner.accountId}`;
  await addNamespace(namespace, "uuid-1");
});
afterAll(() => world.close());

/** As provisioning leaves it, as far as the directory looks. */
async function addNamespace(id: string, namespaceId: string): Promise<void> {
  const spec = {
    mtls: { enabled: false, acceptedClientCa: "", certificateFilters: [] },
    apiKeyEnabled: true,
  };
  const now = new Date();
  const [project] = await world.database.query.project.findMany({ where: { accountId: owner.accountId } });
  await world.database.query.namespace.create({
    data: {
      ...{ id, namespaceId, accountId: owner.accountId, name: "orders", cellId: "cell-1", state: "ACTIVE" },
      ...{
        spec,
        appliedSpec: spec,
        tags: {},
        renamedAttributes: {},
        createdBy: "x",
        createdAt: now,
        updatedAt: now,
      },
      ...{ actionsPerSecond: 1, requestsPerSecond: 1, projectId: project?.id ?? "" },
    },
  });
}

const update = (enabled: boolean, resourceVersion: string, actor = owner) =>
  updateNamespaceAudit(world.context(actor), { namespace, enabled, resourceVersion });
const isAudited = async (): Promise<boolean | null | undefined> =>
  (await readDirectory(world.database, world.clock)).namespaces?.find(({ name }) => name === namespace)
    ?.audited;

it("is off until it is turned on, reaches the edge, and is guarded by its version", async () => {
  const read = () => getNamespaceAudit(world.context(owner), namespace);
  expect(await read()).toEqual({ namespace, enabled: false, resourceVersion: "0" });
  expect(await isAudited()).toBe(false);
  await expect(update(true, "")).rejects.toThrow("resource_version is required");
  await expect(update(false, "0")).rejects.toThrow("nothing to change");
  const { version } = await readDirectory(world.database, world.clock);
  expect(await update(true, "0")).toMatchObject({ state: "FULFILLED" });
  expect((await readDirectory(world.database, world.clock)).version).not.toBe(version);
  expect(await isAudited()).toBe(true);
  await expect(update(false, "0")).rejects.toMatchObject({ code: "FAILED_PRECONDITION" });
  expect(await read()).toEqual({ namespace, enabled: true, resourceVersion: "1" });
});

it("T3: is nobody's business but of the namespace's administrators", async () => {
  const stranger = await createOwner(world, "stranger@example.com");
  await expect(update(false, "1", stranger)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(getNamespaceAudit(world.context(stranger), namespace)).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  const { accountId, principalId } = await createOwner(world, "reader@example.com");
  await world.database.query.user.update({ where: { id: principalId }, data: { accountRole: "read" } });
  await expect(update(false, "1", await actorOf(world, accountId, principalId))).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

const call = (id: string, more: Partial<directoryV1.IRecordedCall> = {}): directoryV1.IRecordedCall => ({
  id,
  accountId: owner.accountId,
  namespace,
  timeMs: world.clock.now(),
  method: "TerminateWorkflowExecution",
  status: "OK",
  principalId: owner.principalId,
  apiKeyId: "key-1",
  certificateSubject: "",
  remoteAddress: "192.0.2.9",
  details: { workflowId: "order-7", reason: "stuck\r\nforged: line" },
  ...more,
});

it("takes calls into the trail once, in the chain, with the name of who made them", async () => {
  const calls = [
    call("c1"),
    call("c2", {
      principalId: "",
      apiKeyId: "",
      certificateSubject: "deploy-bot, Acme",
      status: "NOT_FOUND",
    }),
  ];
  await recordCalls(world.database, calls);
  await recordCalls(world.database, [...calls, call("c3", { method: "StartBatchOperation" })]);
  await Promise.all([recordCalls(world.database, [call("c4")]), recordCalls(world.database, [call("c4")])]);
  const { logs = [] } = await getAuditLogs(world.context(owner), {});
  const own = (logs ?? []).filter((log) => /^c\d$/.test(log.logId ?? "")).reverse();
  expect(own.map(({ logId, operation, status }) => [logId, operation, status])).toEqual([
    ["c1", "TerminateWorkflowExecution", "OK"],
    ["c2", "TerminateWorkflowExecution", "ERROR"],
    ["c3", "StartBatchOperation", "OK"],
    ["c4", "TerminateWorkflowExecution", "OK"],
  ]);
  expect(own[0]).toMatchObject({
    principal: { type: "user", id: owner.principalId, name: "owner@example.com", apiKeyId: "key-1" },
    xForwardedFor: "192.0.2.9",
    rawDetails: {
      fields: {
        call: {
          structValue: {
            fields: {
              workflowId: { stringValue: "order-7" },
              reason: { stringValue: "stuck  forged: line" },
            },
          },
        },
        resourceId: { stringValue: namespace },
      },
    },
  });
  expect(own[1]?.principal).toMatchObject({ type: "certificate", name: "deploy-bot, Acme" });
  expect(await verifyAudit(world.database.query, owner.accountId)).toBeUndefined();
});
