// kill -9 of PostgreSQL as a whole, and of PostgreSQL and the cell at once, under load. PostgreSQL is started again as its
// supervisor does, and recovers from its log.
import { mkdtempSync, rmSync, chmodSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { ensureDatabase, startPostgres, type Postgres } from "../../services/standalone/postgres.ts";
import { freePort } from "#harness/ports";
import { killPostmaster } from "./break-postgres.ts";
import { FaultRun } from "./fault-run.ts";

const SECONDS = Number(process.env["CELLPLANE_FAULT_SECONDS"] ?? 1);
const LIMIT_MS = SECONDS * 1_000 + 300_000;
const DATABASE = "cell";
/** PostgreSQL's own recovery and its start are in it; the figures are printed. */
const RECOVERY_LIMIT_MS = 30_000;

const directory = mkdtempSync(join(tmpdir(), "cellplane-kills-"));
chmodSync(directory, 0o755);
let postgres: Postgres | undefined;
let run: FaultRun | undefined;

afterEach(async () => {
  await run?.stop();
  await postgres?.stop();
  rmSync(directory, { recursive: true, force: true });
});

describe("a cell whose PostgreSQL is killed as a whole", () => {
  it(
    "C1, C2, C4, U1: loses nothing acknowledged and does nothing twice, also when both are killed at once",
    async () => {
      const options = { directory: join(directory, "postgres"), port: await freePort(), password: "test" };
      const first = await startPostgres(options);
      postgres = first;
      await ensureDatabase(first, DATABASE);
      const url = first.url(DATABASE);
      const started = await FaultRun.start({ databaseUrl: url, seed: Date.now() % 2 ** 31 });
      run = started;
      console.log(`seed ${String(started.random.seed)}`);
      const killPostgres = async (): Promise<void> => {
        await killPostmaster(join(directory, "postgres"));
        await postgres?.ended;
        postgres = await startPostgres(options);
      };
      const killBoth = async (): Promise<void> => {
        const isBack = killPostgres();
        started.kill();
        await isBack;
        await started.killCell();
      };
      await started.suffer(1, [killBoth]);
      if (SECONDS > 1) await started.suffer(SECONDS * 1_000, [killPostgres, killBoth]);
      const problems = await started.verdict();
      console.log(started.summary);

      expect(problems).toEqual([]);
      expect(started.journal.count("ok")).toBeGreaterThan(0);
      expect(Math.max(...started.recoveries)).toBeLessThan(RECOVERY_LIMIT_MS);
    },
    LIMIT_MS,
  );
});
