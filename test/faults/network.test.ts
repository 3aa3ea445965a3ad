// The way to the database breaks: PostgreSQL refuses connections for a while, and connections are swallowed without a word.
// The cell stays, callers hear UNAVAILABLE at worst, and nothing is lost or done twice.
import { delay } from "#shared/clock";
import { describe, expect, it } from "vitest";
import { faultWorld, type FaultWorld } from "./fault-world.ts";

const LIMIT_MS = 240_000;
const AWAY_MS = 10_000;
const BEFORE_MS = 2_000;
/** Generous limits; the figures are printed. */
const RETURN_LIMIT_MS = 10_000;
const SWALLOWED_LIMIT_MS = 15_000;

const world = faultWorld("cell_network");

async function startBehindProxy(seed: number): ReturnType<FaultWorld["startBehindProxy"]> {
  const started = await world.startBehindProxy(seed);
  await delay(BEFORE_MS);
  return started;
}

describe("a cell whose database cannot be reached", () => {
  it(
    "stays through ten seconds of refused connections and serves soon after",
    async () => {
      const started = await startBehindProxy(11);
      const { pid } = started.run;
      started.proxy.mood = "refuse";
      await delay(AWAY_MS);
      started.proxy.mood = "pass";
      const returnMs = await started.run.timeUntilServing();
      console.log(`served again ${returnMs.toFixed(0)} ms after PostgreSQL accepts connections`);
      const problems = await started.run.verdict();

      expect(problems).toEqual([]);
      expect(started.run.pid).toBe(pid);
      expect(returnMs).toBeLessThan(RETURN_LIMIT_MS);
    },
    LIMIT_MS,
  );

  it(
    "notices connections that are swallowed, and takes new ones",
    async () => {
      const started = await startBehindProxy(12);
      started.proxy.swallowOpen();
      const noticedMs = await started.run.timeUntilServing();
      console.log(`served again ${noticedMs.toFixed(0)} ms after its connections were swallowed`);
      const problems = await started.run.verdict();

      expect(problems).toEqual([]);
      expect(noticedMs).toBeLessThan(SWALLOWED_LIMIT_MS);
    },
    LIMIT_MS,
  );
});
