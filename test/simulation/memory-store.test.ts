// The store in memory is only worth something if it does what PostgreSQL does: the transactions of a simulated life run on
// both, and then every query of the cell must have the same answer.
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterEach, expect, it } from "vitest";
import { applyMigrations } from "#shared/migrations";
import { createPool } from "#shared/postgres";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { PreparedNames, runPipeline } from "../../services/cell/store/pipeline.ts";
import { answer } from "./memory-store/reads.ts";
import type { PreparedStatement } from "./memory-store/memory-store.ts";
import type { Row } from "./memory-store/tables.ts";
import { simulate } from "./simulate.ts";

const SEED = 3;
const STEPS = 6_000;
const SAMPLES_PER_QUERY = 40;
const MIGRATIONS = fileURLToPath(new URL("../../services/cell/store/migrations", import.meta.url));

let database: TestDatabase | undefined;

afterEach(async () => {
  await database?.drop();
});

interface Query {
  text: string;
  values: readonly unknown[];
}

it("PostgreSQL answers every query of the cell as the store in memory does", async () => {
  const transactions: (readonly PreparedStatement[])[] = [];
  const queries = new Map<string, Query[]>();
  const life = await simulate(SEED, STEPS, {
    committed: (statements) => transactions.push(statements),
    read: (text, values) => queries.set(text, [...(queries.get(text) ?? []), { text, values }]),
  });
  database = await createTestDatabase("memory_store");
  const pool = createPool(database.url, {
    connectionsMax: 1,
    statementTimeoutMs: 30_000,
    applicationName: "test",
  });
  await applyMigrations(pool, MIGRATIONS);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();

  const prepared = new PreparedNames();
  for (const transaction of transactions) {
    const [fence] = transaction;
    // Epochs begin outside of transactions of the cell.
    const { writer } = life.tables.epoch;
    await client.query("update cell_epoch set epoch = $1, writer = $2", [fence?.values[0], writer]);
    await runPipeline(client, prepared, transaction);
  }
  const differences: string[] = [];
  for (const samples of queries.values()) {
    for (const { text, values } of samples.slice(-SAMPLES_PER_QUERY)) {
      const real = await pool.query<Row>(text, values as unknown[]);
      const [ours, theirs] = [answer(life.tables, text, values), real.rows].map((rows) =>
        comparable(text, rows),
      );
      if (ours !== theirs) differences.push(`${text}\n${String(values)}\n${ours}\n${theirs}`);
    }
  }
  await client.end();
  await pool.end();

  expect(life.problems).toEqual([]);
  expect(transactions.length).toBeGreaterThan(100);
  expect(queries.size).toBeGreaterThan(10);
  expect(differences).toEqual([]);
});

/** Rows without an order are compared as a set, and only by the columns that were asked for. */
function comparable(text: string, rows: readonly Row[]): string {
  const lines = rows.map((row) =>
    JSON.stringify(
      Object.entries(row)
        .filter(([column]) => !UNASKED.has(column) || text.includes(column))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([column, value]) => [column, plain(value)]),
    ),
  );
  return (text.includes("order by") ? lines : lines.sort()).join("\n");
}

/** The store in memory gives a whole execution where the query names some of its columns. */
const UNASKED = new Set([
  "place",
  "history_bytes",
  "wake_at",
  "delete_at",
  "has_tasks",
  "is_current",
  "state",
]);

function plain(value: unknown): unknown {
  if (Buffer.isBuffer(value)) return value.toString("base64");
  return typeof value === "number" ? String(value) : value;
}
