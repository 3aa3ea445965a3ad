// kill -9 under load: of the cell, of a backend of PostgreSQL (which makes PostgreSQL start over), of the connections of
// the cell. Nothing that was acknowledged is lost and nothing is done twice (C1, C2); calls work again soon.
import pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { eventually } from "#harness/eventually";
import { FaultRun } from "./fault-run.ts";

const SECONDS = Number(process.env["CELLPLANE_FAULT_SECONDS"] ?? 30);
const LIMIT_MS = SECONDS * 1_000 + 240_000;
/** Generous: the figures are printed. */
const RECOVERY_LIMIT_MS = 30_000;

let database: TestDatabase | undefined;
let run: FaultRun | undefined;

afterEach(async () => {
  await run?.stop();
  run = undefined;
  await database?.drop();
});

describe("a cell under load", () => {
  it(
    "C1, C2, C4, U1: loses nothing and does nothing twice when it and its database are killed again and again",
    async () => {
      database = await createTestDatabase("cell_kills");
      const { url } = database;
      const started = await FaultRun.start({ databaseUrl: url, seed: Date.now() % 2 ** 31 });
      run = started;
      console.log(`seed ${String(started.random.seed)}`);
      const faults = await started.suffer(SECONDS * 1_000, [
        () => started.killCell(),
        () => started.killCell(),
        () => withClient(url, (client) => client.query(END_CONNECTIONS).then(() => undefined)),
        () => killBackend(url),
      ]);
      const problems = await started.verdict();
      console.log(started.summary);

      expect(problems).toEqual([]);
      expect(faults).toBeGreaterThanOrEqual(SECONDS / 10);
      expect(started.journal.count("ok")).toBeGreaterThan(SECONDS);
      expect(Math.max(...started.recoveries)).toBeLessThan(RECOVERY_LIMIT_MS);
    },
    LIMIT_MS,
  );
});

const END_CONNECTIONS = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and application_name like 'cellplane-cell%'`;
const WRITER = `select pid from pg_stat_activity
  where datname = current_database() and application_name = 'cellplane-cell-writer'`;

/** PostgreSQL takes the death of one backend for damage to shared memory: it ends all and recovers from its log. */
async function killBackend(databaseUrl: string): Promise<void> {
  const pid = await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ pid: number }>(WRITER);
    return rows[0]?.pid;
  });
  if (pid === undefined) return;
  process.kill(pid, "SIGKILL");
  await eventually(() => withClient(databaseUrl, () => Promise.resolve(true)), {
    what: "PostgreSQL is back",
  });
}

async function withClient<Result>(
  databaseUrl: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
