// A transaction in one round trip, on a connection that limits the time of every query.
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { PreparedNames, runPipeline } from "../../services/cell/store/pipeline.ts";
import type { Statement } from "../../services/cell/store/statement.ts";

const QUERY_TIMEOUT_MS = 2_000;

let database: TestDatabase;
let client: pg.Client;
let prepared: PreparedNames;

const insert = (value: number): Statement => ({
  name: "insert",
  text: "insert into numbers (value) values ($1)",
  values: [value],
});

const sleep = (seconds: number): Statement => ({
  name: "sleep",
  text: "select pg_sleep($1)",
  values: [seconds],
});

beforeAll(async () => {
  database = await createTestDatabase("pipeline");
});

beforeEach(async () => {
  client = new pg.Client({ connectionString: database.url, query_timeout: QUERY_TIMEOUT_MS });
  await client.connect();
  await client.query("create temporary table numbers (value integer primary key)");
  prepared = new PreparedNames();
});

afterEach(() => client.end());

afterAll(() => database.drop());

describe("a pipeline", () => {
  it("C1: stores all of its statements or none", async () => {
    await runPipeline(client, prepared, [insert(1), insert(2)]);

    await expect(runPipeline(client, prepared, [insert(3), insert(2)])).rejects.toMatchObject({
      code: "23505",
    });

    const { rows } = await client.query("select value from numbers order by value");
    expect(rows).toEqual([{ value: 1 }, { value: 2 }]);
  });

  it("that is over is not timed any longer, and its statements stay prepared", async () => {
    const timers = (): number => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
    const before = timers();

    for (let value = 0; value < 20; value += 1) await runPipeline(client, prepared, [insert(value)]);

    expect(timers()).toBeLessThan(before + 20);
    expect(prepared.wireName("insert")).toBe("insert");
  });

  it("that takes too long fails, and what it prepared is forgotten", async () => {
    await expect(runPipeline(client, prepared, [sleep(10)])).rejects.toThrow("timeout");

    expect(prepared.wireName("sleep")).not.toBe("sleep");
  });
});
