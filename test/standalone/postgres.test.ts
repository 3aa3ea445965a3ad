// The embedded PostgreSQL itself: durable settings, and that it ends with its supervisor.
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../harness/postgres.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase("settings");
});
afterAll(() => database.drop());

test("an acknowledged write is on disk: fsync, synchronous_commit and full_page_writes are on", async () => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const settings = await client.query<{ name: string; setting: string }>(
    "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums')",
  );
  await client.end();
  expect(Object.fromEntries(settings.rows.map((row) => [row.name, row.setting]))).toEqual({
    fsync: "on",
    synchronous_commit: "on",
    full_page_writes: "on",
    data_checksums: "on",
  });
});
