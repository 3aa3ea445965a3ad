// kill -9 under load: of the cell, of a backend of PostgreSQL (which makes PostgreSQL start over), of the connections of
// the cell. Nothing that was acknowledged is lost and nothing is done twice (C1, C2); calls work again soon.
import { describe, expect, it } from "vitest";
import { endConnections, killBackend } from "./break-postgres.ts";
import { faultWorld } from "./fault-world.ts";

const SECONDS = Number(process.env["CELLPLANE_FAULT_SECONDS"] ?? 30);
const LIMIT_MS = SECONDS * 1_000 + 240_000;
/** Generous: the figures are printed. */
const RECOVERY_LIMIT_MS = 30_000;

const world = faultWorld("cell_kills");

describe("a cell under load", () => {
  it(
    "C1, C2, C4, U1: loses nothing and does nothing twice when it and its database are killed again and again",
    async () => {
      const { run: started, url } = await world.start();
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
