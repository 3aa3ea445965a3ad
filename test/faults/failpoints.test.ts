// A crash at every named place of the cell, once each and exactly there: nothing acknowledged is lost, nothing is done
// twice, whatever was half done is done to its end by the next process.
import { afterEach, describe, expect, it } from "vitest";
import { FAILPOINTS, type Failpoint } from "../../services/cell/failpoints.ts";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { endConnections } from "./break-postgres.ts";
import { FaultRun } from "./fault-run.ts";

const SECONDS = Number(process.env["CELLPLANE_FAULT_SECONDS"] ?? 0);
const LIMIT_MS = SECONDS * 1_000 + 300_000;

/** Long runs meet each place at later turns as well. */
const ROUNDS = Math.max(1, Math.round(SECONDS / 30));

let database: TestDatabase | undefined;
let run: FaultRun | undefined;

afterEach(async () => {
  await run?.stop();
  run = undefined;
  await database?.drop();
});

describe("a cell that ends at each of its failpoints", () => {
  it(
    "C1, C2, C4, U1: loses nothing and does nothing twice; every place is reached",
    async () => {
      database = await createTestDatabase("cell_failpoints");
      const { url } = database;
      const started = await FaultRun.start({ databaseUrl: url, seed: Date.now() % 2 ** 31 });
      run = started;
      console.log(`seed ${String(started.random.seed)}`);
      const provokes: Partial<Record<Failpoint, () => Promise<void>>> = {
        "journal.after-reconnect": () => endConnections(url),
      };
      for (let round = 1; round <= ROUNDS; round += 1) {
        for (const place of FAILPOINTS) {
          const isOnce = place === "writer.epoch-begun" || place === "start.before-resumption";
          const turn = isOnce ? 1 : started.random.between(1, round === 1 ? 2 : 50);
          await started.endAt(`${place}:${String(turn)}`, provokes[place]);
        }
      }
      await started.killCell();
      const problems = await started.verdict();
      console.log(started.summary);

      expect(problems).toEqual([]);
      expect(started.journal.count("ok")).toBeGreaterThan(0);
    },
    LIMIT_MS,
  );
});
