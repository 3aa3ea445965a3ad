// kill -9 under load: of the cell, of PostgreSQL as a whole, of both at once, of one backend (which makes PostgreSQL start
// over), and of the connections of the cell. Nothing that was acknowledged is lost and nothing is done twice (C1, C2);
// calls work again soon.
import { afterEach, describe, expect, it } from "vitest";
import { endConnections, killBackend } from "./break-postgres.ts";
import { FaultRun } from "./fault-run.ts";
import { newSeed } from "./fault-world.ts";
import { OwnPostgres } from "./own-postgres.ts";

const SECONDS = Number(process.env["CELLPLANE_FAULT_SECONDS"] ?? 30);
/** However slow the machine is: then it takes longer. */
const FAULTS_LEAST = SECONDS / 10;
const ACTS_LEAST = SECONDS;
const LIMIT_MS = SECONDS * 5_000 + 300_000;
/** PostgreSQL's own recovery is in it. Generous: the figures are printed. */
const RECOVERY_LIMIT_MS = 30_000;

let postgres: OwnPostgres | undefined;
let run: FaultRun | undefined;

afterEach(async () => {
  await run?.stop();
  await postgres?.stop();
  run = postgres = undefined;
});

describe("a cell under load", () => {
  it(
    "C1, C2, C4, U1: loses nothing and does nothing twice when it and its database are killed again and again",
    async () => {
      const database = (postgres = await OwnPostgres.start());
      const { url } = database;
      const seed = newSeed();
      console.log(`seed ${String(seed)}`);
      const started = (run = await FaultRun.start({ databaseUrl: url, seed }));
      const killBoth = async (): Promise<void> => {
        const isBack = database.kill();
        started.kill();
        await isBack;
        await started.killCell();
      };
      const all = [
        () => started.killCell(),
        () => database.kill(),
        killBoth,
        () => killBackend(url),
        () => endConnections(url),
      ];
      const until = performance.now() + SECONDS * 1_000;
      let faults = 0;
      // Each at least once, then whatever comes.
      for (const fault of all) faults += await started.suffer(1, [fault]);
      const any = [() => started.killCell(), ...all];
      faults += await started.suffer(until - performance.now(), any);
      while (faults < FAULTS_LEAST || started.journal.count("ok") <= ACTS_LEAST)
        faults += await started.suffer(1, any);
      const problems = await started.verdict();
      console.log(started.summary);

      expect(problems).toEqual([]);
      expect(faults).toBeGreaterThanOrEqual(Math.max(all.length, FAULTS_LEAST));
      expect(started.journal.count("ok")).toBeGreaterThan(ACTS_LEAST);
      expect(Math.max(...started.recoveries)).toBeLessThan(RECOVERY_LIMIT_MS);
    },
    LIMIT_MS,
  );
});
