// What callers are told while PostgreSQL ends sessions or recovers from a crash: to come back, and never that something
// inside is wrong.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "#domain/database";
import { toCloudError } from "#shared/errors";
import { eventually } from "#harness/eventually";
import { withClient } from "../faults/break-postgres.ts";
import { createDomainWorld, type DomainWorld } from "./domain-world.ts";

const CALLERS = 6;
const BACK_LIMIT_MS = 60_000;
const SESSIONS =
  "from pg_stat_activity where datname = current_database() and application_name = 'cellplane'";

async function endSessions(url: string): Promise<void> {
  await withClient(url, (client) => client.query(`select pg_terminate_backend(pid) ${SESSIONS}`));
}

/** PostgreSQL takes the death of one backend for damage to shared memory: it ends all and recovers from its log. */
async function crash(url: string): Promise<void> {
  const sql = `select pid ${SESSIONS} limit 1`;
  const { rows } = await withClient(url, (client) => client.query<{ pid: number }>(sql));
  for (const { pid } of rows) process.kill(pid, "SIGKILL");
  await eventually(() => withClient(url, () => Promise.resolve(true)), { limitMs: BACK_LIMIT_MS });
}

let world: DomainWorld;
let database: Database;
beforeAll(async () => {
  world = await createDomainWorld("away");
  database = world.database;
});
afterAll(() => world.close());

const CALLS: readonly [string, () => Promise<unknown>][] = [
  ["a read", () => database.query.account.findMany()],
  ["a raw read", () => database.query.$queryRaw`select pg_sleep(0.01)::text`],
  ["an account's read", () => database.forAccount("a").query.namespace.findMany()],
  ["a transaction", () => database.transaction((tx) => tx.account.findMany())],
  ["an account's transaction", () => database.forAccount("a").transaction((tx) => tx.$queryRaw`select 1`)],
];

test.each([
  ["ends its sessions", endSessions],
  ["recovers from a crash", crash],
] as const)("a database that %s is told as UNAVAILABLE, and is there again afterwards", async (_, harm) => {
  const told = new Set<string>();
  let isOver = false;
  const caller = async (): Promise<void> => {
    while (!isOver) {
      for (const [what, work] of CALLS)
        await work().catch((error: unknown) => {
          const { code, internalDetail = "" } = toCloudError(error);
          if (code !== "UNAVAILABLE") told.add(`${what}: ${code} ${internalDetail.slice(0, 600)}`);
        });
    }
  };
  const callers = Array.from({ length: CALLERS }, caller);
  for (let turn = 0; turn < 3; turn += 1) {
    await harm(world.databaseUrl);
    await eventually(() => database.query.account.findMany().then(() => true), { limitMs: BACK_LIMIT_MS });
  }
  isOver = true;
  await Promise.all(callers);
  expect([...told]).toEqual([]);
});
