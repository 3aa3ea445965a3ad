// Reports: grouped by everything they may be grouped by, whole at every grouping, and of any length in constant memory.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import type { Pool } from "#shared/postgres";
import {
  downloadUsageReport,
  getUsageReport,
  openUsageDatabase,
  type NamespaceFacts,
  type UsageReader,
} from "#usage/reports";

const MONTH = Date.UTC(2026, 9, 1);
const NOW = Date.UTC(2026, 10, 20);
const HOURS = 31 * 24;
/** `npm run test:nightly` takes 1,000, whose 744,000 rows at once would be more than 500 MB. */
const BIG_NAMESPACES = Number(process.env["CELLPLANE_REPORT_NAMESPACES"] ?? 100);
/** Whatever the number of rows: garbage that waits to be collected, mostly. */
const GROWTH_BYTES_MAX = 150_000_000;

let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await createTestDatabase("usage_reports");
  pool = await openUsageDatabase(database.url);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const facts: NamespaceFacts[] = [
  ["cart.acme", "p1", { team: "shop", stage: "prod" }],
  ["pay.acme", "p1", { team: "money" }],
  ["mail.acme", "p2", { team: "shop" }],
].map(([namespace, projectId, tags]) => ({
  ...({ namespace, projectId, tags } as Pick<NamespaceFacts, "namespace" | "projectId" | "tags">),
  ...{ projectName: "", regionId: "", regionName: "" },
}));

function readerOf(accountId: string): UsageReader {
  return {
    usage: pool,
    accountId,
    now: NOW,
    signal: new AbortController().signal,
    facts: () => Promise.resolve(facts),
  };
}

async function addHour(namespace: string, hour: number, counts: Record<string, number>): Promise<void> {
  for (const [kind, count] of Object.entries(counts)) {
    const at = MONTH + hour * 3_600_000;
    for (const [table, column] of [
      ["action_hours", "hour"],
      ["action_days", "day"],
    ])
      await pool.query(
        `insert into ${table} as t (namespace, ${column}, kind, workflow_type, task_queue, count)
         values ($1, date_trunc('${column}', to_timestamp($2::float8 / 1000), 'UTC'), $3, $4, 'q', $5)
         on conflict (namespace, ${column}, kind, workflow_type, task_queue) do update set count = t.count + $5`,
        [namespace, at, kind, `type-of-${kind}`, count],
      );
  }
}

describe("a report", () => {
  beforeAll(async () => {
    await addHour("cart.acme", 0, { start_workflow: 1, start_timer: 2 });
    await addHour("cart.acme", 30, { start_timer: 4 });
    await addHour("pay.acme", 30, { start_workflow: 8 });
    await addHour("mail.acme", 31, { query_workflow: 16 });
    await addHour("gone.acme", 31, { query_workflow: 32 });
    await addHour("cart.other", 31, { query_workflow: 64 });
    await pool.query(
      `insert into storage_hours (namespace, hour, storage_class, source, byte_milliseconds)
       values ('pay.acme', to_timestamp($1::float8 / 1000), 'active', 's', 5000)`,
      [MONTH],
    );
  });

  const ask = async (...groupBy: string[]) =>
    (await getUsageReport(readerOf("acme"), { month: "2026-10", groupBy })).rows ?? [];

  test.each<[string, Record<string, number>]>([
    ["account", { acme: 63 }],
    ["namespace", { "cart.acme": 7, "gone.acme": 32, "mail.acme": 16, "pay.acme": 8 }],
    ["project", { "": 32, p1: 15, p2: 16 }],
    ["kind", { query_workflow: 48, start_timer: 6, start_workflow: 9, storage: 0 }],
    [
      "workflow_type",
      { "": 0, "type-of-query_workflow": 48, "type-of-start_timer": 6, "type-of-start_workflow": 9 },
    ],
  ])("by %s", async (name, expected) => {
    const field = { workflow_type: "workflowType" }[name] ?? name;
    const rows = (await ask(name)) as unknown as Record<string, string | number>[];
    expect(Object.fromEntries(rows.map((row) => [row[field], row["actions"]]))).toEqual(expected);
  });

  test("by all tags, and by one of them: namespaces without are together", async () => {
    const tagged = (rows: Awaited<ReturnType<typeof ask>>) =>
      rows.map((row) => [row.tags, row.actions]).sort((a, b) => Number(a[1]) - Number(b[1]));
    expect(tagged(await ask("tag"))).toEqual([
      [{ team: "shop", stage: "prod" }, 7],
      [{ team: "money" }, 8],
      [{ team: "shop" }, 16],
      [{}, 32],
    ]);
    expect(tagged(await ask("tag:team"))).toEqual([
      [{ team: "money" }, 8],
      [{ team: "shop" }, 23],
      [{ team: "" }, 32],
    ]);
  });

  test.each([
    ["hour", [3, 12, 48], ["2026-10-01T00:00", "2026-10-02T06:00", "2026-10-02T07:00"]],
    ["day", [3, 60], ["2026-10-01T00:00", "2026-10-02T00:00"]],
    ["month", [63], ["2026-10-01T00:00"]],
  ])("by %s", async (period, actions, starts) => {
    const rows = await ask(period);
    expect(rows.map((row) => row.actions)).toEqual(actions);
    expect(
      rows.map(({ periodStart }) =>
        new Date(Number(periodStart?.seconds) * 1_000).toISOString().slice(0, 16),
      ),
    ).toEqual(starts);
  });
});

describe("a download", () => {
  const account = "large";
  beforeAll(async () => {
    await pool.query(
      `insert into action_hours (namespace, hour, kind, workflow_type, task_queue, count)
       select format('namespace-%s.${account}', n), to_timestamp($1::float8 / 1000) + h * interval '1 hour',
         'start_workflow', 'order', 'orders', n + h
       from generate_series(1, ${BIG_NAMESPACES}) n, generate_series(0, ${HOURS - 1}) h`,
      [MONTH],
    );
    await pool.query("analyze action_hours");
  }, 120_000);

  test("of a month of hourly rows for many namespaces comes in constant memory", async () => {
    const before = process.memoryUsage().rss;
    const file = await downloadUsageReport(readerOf(account), {
      month: "2026-10",
      groupBy: ["namespace", "hour"],
    });
    let [bytes, lines, growth, sum] = [0, 0, 0, 0n];
    for await (const chunk of file.chunks) {
      bytes += chunk.length;
      growth = Math.max(growth, process.memoryUsage().rss - before);
      for (const line of chunk.trimEnd().split("\n")) {
        lines += 1;
        if (lines > 1) sum += BigInt(line.split(",")[2] ?? "");
      }
    }
    console.log(`${lines} lines, ${bytes} bytes, at most ${growth} bytes more of memory`);
    expect(lines).toBe(1 + BIG_NAMESPACES * HOURS);
    const ofOneHour = (BIG_NAMESPACES * (BIG_NAMESPACES + 1)) / 2;
    expect(sum).toBe(BigInt(ofOneHour * HOURS + (BIG_NAMESPACES * HOURS * (HOURS - 1)) / 2));
    expect(growth).toBeLessThan(GROWTH_BYTES_MAX);
  });

  test("whose reader goes away gives its connection back, and the rest is refused while too many are read", async () => {
    const request = { month: "2026-10", groupBy: ["namespace", "hour"] };
    const open = async () =>
      (await downloadUsageReport(readerOf(account), request)).chunks[Symbol.asyncIterator]();
    const readers = await Promise.all([open(), open(), open()]);
    for (const reader of readers) {
      await reader.next();
      expect((await reader.next()).value).toContain("namespace-1.large");
    }
    const fourth = await open();
    await fourth.next();
    await expect(fourth.next()).rejects.toMatchObject({ code: "RESOURCE_EXHAUSTED" });
    for (const reader of readers) await reader.return?.();

    const again = await open();
    await again.next();
    expect((await again.next()).value).toContain("namespace-1.large");
    await again.return?.();
    expect(pool.waitingCount).toBe(0);
    expect(pool.idleCount).toBe(pool.totalCount);
  });
});
