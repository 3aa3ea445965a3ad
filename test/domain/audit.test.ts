// The audit trail: append-only, chained, and the place of refusals too.
import { afterAll, beforeAll, expect, it } from "vitest";
import { createApiKey } from "#domain/api-keys";
import { getAuditLogs, verifyAudit } from "#domain/audit";
import type { Actor } from "#domain/context";
import { createDomainWorld, createOwner, type DomainWorld } from "./domain-world.ts";

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
  expect(await verifyAudit(query, owner.accountId)).toBeUndefined();
  await query.$executeRaw`alter table audit_records disable trigger user`;
  await query.$executeRaw`update audit_records set status = 'OK' where account_id = ${owner.accountId} and sequence = 3`;
  expect(await verifyAudit(query, owner.accountId)).toBe(3n);
  await query.$executeRaw`delete from audit_records where account_id = ${owner.accountId} and sequence = 2`;
  expect(await verifyAudit(query, owner.accountId)).toBe(2n);
});
