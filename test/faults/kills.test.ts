// kill -9 under load: of the cell, of a backend of PostgreSQL (which makes PostgreSQL start over), of the connections of
// the cell. Nothing that was acknowledged is lost and nothing is done twice (C1, C2); calls work again soon.
import { afterEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { endConnections, killBackend } from "./break-postgres.ts";
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
        () => endConnections(url),
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
