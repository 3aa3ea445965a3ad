// From the counters of cells to reports: nothing is lost and nothing is counted twice, whatever happens in between.
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { eventually } from "#harness/eventually";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { createLogger } from "#shared/log";
import { inTransaction, type Pool } from "#shared/postgres";
import type { RunningProcess } from "#shared/process";
import {
  openUsageDatabase,
  readDailyUsage,
  readFinalUntil,
  readMeteredUsage,
  readUsageReport,
  refreshUsage,
  type GroupBy,
} from "#usage/reports";
import { rollUp } from "../../services/usage/rollup/roll-up.ts";
import { storeActions } from "../../services/usage/store/counters-store.ts";
import { startUsage } from "../../services/usage/usage.ts";
import { startSimulatedCell, type SimulatedCell } from "./simulated-cell.ts";

const TOKEN = "internal-token-of-the-test";
const DAY = Date.UTC(2026, 10, 3);
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const RANGE = { fromMs: DAY, toMs: DAY + 24 * HOUR_MS };
const log = createLogger({ process: "test", level: "silent" });

let database: TestDatabase;
let pool: Pool;
let cells: SimulatedCell[];
let running: RunningProcess | undefined;

beforeAll(async () => {
  database = await createTestDatabase("usage_intake");
  pool = await openUsageDatabase(database.url);
  cells = [await startSimulatedCell(TOKEN), await startSimulatedCell(TOKEN)];
});

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

afterAll(async () => {
  await Promise.all(cells.map((cell) => cell.stop()));
  await pool.end();
  await database.drop();
});

function cell(index: number): SimulatedCell {
  const found = cells[index];
  if (found === undefined) throw new Error("no such cell");
  return found;
}

async function startReading(): Promise<void> {
  running = await startUsage(
    {
      databaseUrl: database.url,
      cells: cells.map((each, index) => ({ cellId: `cell-${index}`, address: each.address })),
      internalToken: TOKEN,
      intakePeriodMs: 60_000,
      logLevel: "silent",
      listenAddress: undefined,
      readyFile: undefined,
      stopWithStdin: undefined,
    },
    log,
  );
}

async function totalOf(namespace: string, groupBy: GroupBy[] = ["kind"]): Promise<bigint> {
  const accountId = namespace.slice(namespace.lastIndexOf(".") + 1);
  const rows = await readUsageReport(pool, { accountId, namespace, range: RANGE, groupBy });
  return rows.reduce((sum, row) => sum + row.actions, 0n);
}

describe("intake", () => {
  test("U2: pages read again after a lost position, and read late, change no total", async () => {
    const namespace = "twice.acct1";
    cell(0).pageRows = 7;
    for (let minute = 0; minute < 50; minute += 1) {
      cell(0).act({ namespace, minuteMs: DAY + minute * MINUTE_MS, kind: "start_timer", count: 3 });
    }
    await startReading();
    expect(await refreshUsage(pool, { limitMs: 10_000 })).toBe("read");

    await pool.query("update sources set revision = 0");
    await refreshUsage(pool, { limitMs: 10_000 });

    expect(await totalOf(namespace)).toBe(150n);
  });

  test("U2: a reader that ends at any page resumes without a gap", async () => {
    const namespace = "resume.acct1";
    cell(0).pageRows = 3;
    let expected = 0n;
    for (let round = 0; round < 5; round += 1) {
      for (let minute = 0; minute < 40; minute += 1) {
        cell(0).act({ namespace, minuteMs: DAY + minute * MINUTE_MS, kind: "schedule_activity", count: 1 });
        expected += 1n;
      }
      await startReading();
      const asked = refreshUsage(pool, { limitMs: 200 });
      await running?.stop();
      running = undefined;
      await asked;
    }
    await startReading();
    await refreshUsage(pool, { limitMs: 10_000 });

    expect(await totalOf(namespace)).toBe(expected);
  });

  test("a report asked right after the work holds it all, rolled up or not", async () => {
    const namespace = "fresh.acct1";
    await startReading();
    for (let round = 1; round <= 10; round += 1) {
      cell(1).act({ namespace, minuteMs: DAY + HOUR_MS, kind: "signal_workflow", count: 2 });
      expect(await refreshUsage(pool, { limitMs: 10_000 })).toBe("read");
      expect(await totalOf(namespace)).toBe(BigInt(2 * round));
      if (round % 3 === 0) await rollUp(pool);
      expect(await totalOf(namespace, ["kind", "hour"])).toBe(BigInt(2 * round));
    }
  });

  test("one dead cell does not delay the other's usage, and holds back what is final", async () => {
    const namespace = "alive.acct1";
    cell(0).completeUntilMs = DAY + HOUR_MS;
    cell(1).completeUntilMs = DAY + 2 * HOUR_MS;
    await startReading();
    await refreshUsage(pool, { limitMs: 10_000 });
    cell(0).isDown = true;
    cell(1).completeUntilMs = DAY + 3 * HOUR_MS;
    cell(1).act({ namespace, minuteMs: DAY, kind: "start_timer", count: 5 });

    expect(await refreshUsage(pool, { limitMs: 10_000 })).toBe("failed");
    cell(0).isDown = false;

    expect(await totalOf(namespace)).toBe(5n);
    expect(await readFinalUntil(pool)).toBe(DAY + HOUR_MS);
  });
});

describe("rollup and reports", () => {
  test("U3: storage is an integral that only rises, summed once for each hour and class", async () => {
    const namespace = "stored.acct2";
    await startReading();
    for (const byteMilliseconds of [5_000n, 9_500n]) {
      cell(0).store({ namespace, hourMs: DAY, storageClass: "active", byteMilliseconds });
      await refreshUsage(pool, { limitMs: 10_000 });
    }
    cell(0).store({ namespace, hourMs: DAY, storageClass: "retained", byteMilliseconds: 2n ** 70n });
    cell(0).store({ namespace, hourMs: DAY + HOUR_MS, storageClass: "active", byteMilliseconds: 500n });
    await refreshUsage(pool, { limitMs: 10_000 });

    const rows = await readUsageReport(pool, { accountId: "acct2", range: RANGE, groupBy: ["namespace"] });

    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ activeByteMilliseconds: 10_000n, retainedByteMilliseconds: 2n ** 70n });
  });

  test("rolling up again and again gives the same hours and days", async () => {
    const namespace = "rolled.acct3";
    await startReading();
    for (let minute = 0; minute < 24 * 60; minute += 13) {
      cell(0).act({ namespace, minuteMs: DAY + minute * MINUTE_MS, kind: "start_workflow", count: 2 });
    }
    await refreshUsage(pool, { limitMs: 10_000 });
    const before = await totalOf(namespace);

    await eventually(async () => {
      await rollUp(pool);
      return (await rollUp(pool)) === 0;
    });

    const { rows } = await pool.query<{ hours: string; days: string }>(
      `select (select sum(count) from action_hours where namespace = $1)::text as hours,
         (select sum(count) from action_days where namespace = $1)::text as days`,
      [namespace],
    );
    expect(rows[0]).toEqual({ hours: String(before), days: String(before) });
    expect(await totalOf(namespace)).toBe(before);
    expect(before).toBe(222n);
  });

  test("U2: counters that come while their hour is being rolled up are rolled up after it", async () => {
    const namespace = "shop.race";
    const counter = { namespace, minuteMs: DAY, kind: "start_timer", workflowType: "t", taskQueue: "q" };
    await storeActions(pool, "cell-race", [{ ...counter, count: 1 }]);
    const rollup = await pool.connect();
    try {
      await rollup.query("begin");
      await rollup.query("select 1 from pending_hours where namespace = $1 for update", [namespace]);
      const storing = inTransaction(pool, (client) =>
        storeActions(client, "cell-race", [{ ...counter, count: 5 }]),
      );
      await eventually(
        async () => {
          const { rows } = await pool.query<{ waiting: number }>(
            `select count(*)::int as waiting from pg_stat_activity
             where datname = current_database() and wait_event_type = 'Lock'`,
          );
          return rows[0]?.waiting === 1;
        },
        { limitMs: 30_000, what: "an intake that waits for the rollup" },
      );
      await rollup.query("delete from pending_hours where namespace = $1", [namespace]);
      await rollup.query("commit");
      await storing;
    } finally {
      rollup.release();
    }
    const pending = await pool.query("select 1 from pending_hours where namespace = $1", [namespace]);
    expect(pending.rowCount).toBe(1);
    await rollUp(pool);
    expect(await totalOf(namespace)).toBe(5n);
  });

  test("T1: an account sees its own namespaces only", async () => {
    await startReading();
    cell(0).act({ namespace: "shop.acct4", minuteMs: DAY, kind: "start_workflow", count: 1 });
    cell(0).act({ namespace: "shop.acct5", minuteMs: DAY, kind: "start_workflow", count: 1 });
    await refreshUsage(pool, { limitMs: 10_000 });

    const report = await readUsageReport(pool, {
      accountId: "acct4",
      namespace: "shop.acct5",
      range: RANGE,
      groupBy: ["namespace"],
    });
    const daily = await readDailyUsage(pool, {
      accountId: "acct4",
      range: RANGE,
      after: undefined,
      limit: 10,
    });
    const metered = await readMeteredUsage(pool, { accountId: "acct4", range: RANGE });

    expect(report).toEqual([]);
    expect(daily.map((day) => day.namespace)).toEqual(["shop.acct4"]);
    expect(metered).toEqual([
      { namespace: "shop.acct4", dayMs: DAY, kind: "start_workflow", workflowType: "order", quantity: 1n },
    ]);
  });
});
