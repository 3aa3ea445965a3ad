// What no call causes is counted all the same: a replica's actions and bytes, a tenth more while fairness is on, and what
// provisioned capacity is billed at least. Made again, or a part at a time, it is the same.
import { afterAll, beforeAll, expect, test } from "vitest";
import { capacityTopUp } from "#billing/rating";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import type { Pool } from "#shared/postgres";
import { openUsageDatabase, readUsageReport, recordSurcharges, type MeteringInterval } from "#usage/reports";
import { storeActions, storeStorage } from "../../services/usage/store/counters-store.ts";

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const DAY = Date.UTC(2026, 9, 5);
const MILLION = 1_000_000;

let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await createTestDatabase("usage_surcharges");
  pool = await openUsageDatabase(database.url);
  await pool.query("insert into sources (source) values ('cell-a')");
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

async function act(namespace: string, atMs: number, count: number): Promise<void> {
  const kind = "start_timer";
  await storeActions(pool, "cell-a", [
    { namespace, kind, minuteMs: atMs, workflowType: "order", taskQueue: "q", count },
  ]);
}

const PLAIN = { replicas: 1, fairness: false, capacityUnits: 0 };
const from = (hour: number, to: number, change: Partial<MeteringInterval>): MeteringInterval => ({
  ...PLAIN,
  ...{ fromMs: DAY + hour * HOUR_MS, toMs: DAY + to * HOUR_MS },
  ...change,
});

/** Everything before this hour is final. */
async function record(namespace: string, hour: number, intervals: MeteringInterval[]): Promise<void> {
  await pool.query("update sources set complete_until = to_timestamp($1::float8 / 1000)", [
    DAY + hour * HOUR_MS + 1,
  ]);
  await recordSurcharges(pool, { namespace, intervals, topUp: capacityTopUp });
}

async function totals(namespace: string): Promise<Record<string, number>> {
  const range = { fromMs: DAY, toMs: DAY + 24 * HOUR_MS };
  const accountId = namespace.slice(namespace.indexOf(".") + 1);
  const rows = await readUsageReport(pool, { accountId, namespace, range, groupBy: ["kind"] });
  return Object.fromEntries(
    rows.map((row) => [
      row.kind,
      row.kind === "storage" ? Number(row.activeByteMilliseconds) : Number(row.actions),
    ]),
  );
}

test("4 units that use 2.0, 5.0, 4.0 and 0.5 million actions in four hours are billed 12.08 million", async () => {
  const namespace = "capacity.acme";
  for (const [hour, millions] of [2, 5, 4, 0.5].entries())
    await act(namespace, DAY + hour * HOUR_MS, millions * MILLION);
  const intervals = [from(0, 4, { capacityUnits: 4 }), from(4, 1e6, {})];
  await record(namespace, 2, intervals);
  await record(namespace, 10, intervals);
  await record(namespace, 10, intervals);
  const { start_timer: used = 0, provisioned_capacity: topUp = 0 } = await totals(namespace);
  expect(used + topUp).toBe(12.08 * MILLION);
});

test("an hour without any action has the minimum, by its highest number of units", async () => {
  const namespace = "idle.acme";
  await record(namespace, 3, [
    from(1, 1.5, { capacityUnits: 6 }),
    from(1.5, 1.9, { capacityUnits: 2 }),
    from(1.9, 1e6, {}),
  ]);
  expect(await totals(namespace)).toEqual({ provisioned_capacity: 5 * 360_000 });
});

test("fairness adds a tenth of an hour's actions, rounded down, in each hour in which it was on", async () => {
  const namespace = "fair.acme";
  for (const hour of [0, 1, 2]) await act(namespace, DAY + hour * HOUR_MS, 109);
  await record(namespace, 6, [from(0.9, 1.1, { fairness: true }), from(1.1, 1e6, {})]);
  expect(await totals(namespace)).toEqual({ start_timer: 3 * 109, fairness: 10 + 10 });
});

test("U3: a replica doubles actions from the minute on, and bytes by its share of the hour", async () => {
  const namespace = "twice.acme";
  await act(namespace, DAY, 100);
  await act(namespace, DAY + 30 * MINUTE_MS, 7);
  await act(namespace, DAY + 5 * HOUR_MS, 1_000);
  const integral = (hour: number) => ({
    ...{ namespace, hourMs: DAY + hour * HOUR_MS, storageClass: "active", byteMilliseconds: "4000" },
  });
  await storeStorage(pool, "cell-a", [integral(0), integral(1), integral(5)]);
  const intervals = [from(0.5, 3, { replicas: 2 }), from(3, 1e6, {})];
  await record(namespace, 6, intervals);
  await record(namespace, 6, intervals);
  expect(await totals(namespace)).toEqual({ start_timer: 1_107 + 7, storage: 12_000 + 2_000 + 4_000 });
});

test("what is not final yet has none, and usage that comes late within hours gets its own", async () => {
  const namespace = "late.acme";
  await act(namespace, DAY, 100);
  const intervals = [from(0, 1e6, { fairness: true })];
  await record(namespace, 0, intervals);
  expect(await totals(namespace)).toEqual({ start_timer: 100 });
  await record(namespace, 1, intervals);
  await act(namespace, DAY + MINUTE_MS, 100);
  await record(namespace, 3, intervals);
  expect(await totals(namespace)).toEqual({ start_timer: 200, fairness: 20 });
});
