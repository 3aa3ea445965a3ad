// C3: the writer stops moving (SIGSTOP), as when its machine hangs: PostgreSQL sees a healthy connection that holds the
// lock. A standby takes over within seconds, and what the old writer tries when it moves again is refused.
import { describe, expect, it } from "vitest";
import { faultWorld } from "./fault-world.ts";

const SECONDS = Number(process.env["CELLPLANE_FAULT_SECONDS"] ?? 1);
const LIMIT_MS = SECONDS * 1_000 + 240_000;
/** A lease of 5 s and the start of the standby; generous: the figures are printed. */
const TAKE_OVER_LIMIT_MS = 30_000;

const world = faultWorld("cell_take_over");

describe("a writer that stops moving", () => {
  it(
    "C1, C2, C3: is taken over from, ends when it moves again, and has stored nothing since",
    async () => {
      const { run: started } = await world.start();
      const tookMs: number[] = [];
      const takeOvers = await started.suffer(SECONDS * 1_000, [
        async () => {
          const before = performance.now();
          await started.takeOver();
          tookMs.push(performance.now() - before);
        },
      ]);
      const problems = await started.verdict();
      console.log(`${started.summary}; took over in ${Math.max(...tookMs).toFixed(0)} ms at most`);

      expect(problems).toEqual([]);
      expect(takeOvers).toBeGreaterThan(0);
      expect(Math.max(...tookMs)).toBeLessThan(TAKE_OVER_LIMIT_MS);
    },
    LIMIT_MS,
  );
});
