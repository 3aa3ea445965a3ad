// The audit trail: append-only, chained, and the place of refusals too.
import { afterAll, beforeAll, expect, it } from "vitest";
import { failAccount, signUp, verifyEmail } from "#domain/accounts";
import { createApiKey } from "#domain/api-keys";
import { getAuditLogs, verifyAudit } from "#domain/audit";
import type { Actor } from "#domain/context";
import { createDomainWorld, createOwner, PASSWORD, tokenMailedTo, type DomainWorld } from "./domain-world.ts";

let world: DomainWorld;
let owner: Actor;

beforeAll(async () => {
  world = await createDomainWorld("audit");
  owner = await createOwner(world, "owner@example.com");
});
afterAll(() => world.close());

it("records a refused mutation once, with its reason and without its change", async () => {
  await createApiKey(world.context(owner), { spec: { displayName: "no end" } }).catch(() => undefined);
  const { logs } = await getAuditLogs(world.context(owner), {});
  const refused = (logs ?? []).filter((log) => log.operation === "CreateApiKey");
  expect(refused).toHaveLength(1);
  expect(refused[0]).toMatchObject({
    status: "ERROR",
    rawDetails: { fields: { code: { stringValue: "INVALID_ARGUMENT" } } },
  });
});

it("records that an accepted change did not come about, once", async () => {
  const email = "unlucky@example.com";
  await signUp(world.context(), { email, password: PASSWORD, accountName: "" });
  const token = await tokenMailedTo(world, email);
  const { accountId, operation } = await verifyEmail(world.context(), { token });
  const key = { accountId, operationId: operation.id, reason: "the card was stolen" };
  await failAccount(world, key);
  await failAccount(world, key);
  const records = await world.database.query.auditRecord.findMany({
    where: { accountId },
    orderBy: { sequence: "asc" },
  });
  expect(records.map(({ operation, status, principalType }) => [operation, status, principalType])).toEqual([
    ["CreateAccount", "OK", "user"],
    ["CreateAccount", "FAILED", "system"],
  ]);
  expect(records[1]).toMatchObject({
    asyncOperationId: operation.id,
    details: { message: "the card was stolen" },
  });
  expect(await verifyAudit(world.database.query, accountId)).toBeUndefined();
});

it("refuses UPDATE, DELETE and TRUNCATE", async () => {
  const { query } = world.database;
  await expect(query.$executeRaw`update audit_records set status = 'OK'`).rejects.toThrow("append-only");
  await expect(query.$executeRaw`delete from audit_records`).rejects.toThrow("append-only");
  await expect(query.$executeRaw`truncate audit_records`).rejects.toThrow("append-only");
});

it("names the first record that somebody with all rights changed or removed", async () => {
  const { query } = world.database;
  for (let index = 0; index < 4; index += 1) {
    await createApiKey(world.context(owner), { spec: { displayName: `refused ${index}` } }).catch(
      () => undefined,
    );
  }
  const last = (await query.auditHead.findUniqueOrThrow({ where: { accountId: owner.accountId } })).sequence;
  expect(await verifyAudit(query, owner.accountId)).toBeUndefined();
  await query.$executeRaw`alter table audit_records disable trigger user`;
  await query.$executeRaw`delete from audit_records where account_id = ${owner.accountId} and sequence = ${last}`;
  expect(await verifyAudit(query, owner.accountId)).toBe(last);
  await query.$executeRaw`update audit_records set status = 'OK' where account_id = ${owner.accountId} and sequence = 3`;
  expect(await verifyAudit(query, owner.accountId)).toBe(3n);
  await query.$executeRaw`delete from audit_records where account_id = ${owner.accountId} and sequence = 2`;
  expect(await verifyAudit(query, owner.accountId)).toBe(2n);
});

it("misses a trail of which nothing is left, and one whose records were exchanged", async () => {
  const { query } = world.database;
  const stranger = await createOwner(world, "stranger@example.com");
  await createApiKey(world.context(stranger), { spec: {} }).catch(() => undefined);
  await createApiKey(world.context(stranger), { spec: {} }).catch(() => undefined);
  await query.$executeRaw`alter table audit_records disable trigger user`;
  const { accountId } = stranger;
  await query.$executeRaw`update audit_records set sequence = 9 where account_id = ${accountId} and sequence = 2`;
  await query.$executeRaw`update audit_records set sequence = 2 where account_id = ${accountId} and sequence = 3`;
  expect(await verifyAudit(query, accountId)).toBe(2n);
  await query.$executeRaw`delete from audit_records where account_id = ${accountId}`;
  expect(await verifyAudit(query, accountId)).toBe(1n);
});
