// A PostgreSQL that is slow, hangs, is full, swallows, refuses, or does what it is asked and is not heard: the fault that finds
// most. The cell stays, callers hear UNAVAILABLE at worst, and nothing is lost or done twice.
import { delay } from "#shared/clock";
import { describe, expect, it } from "vitest";
import { fillDisk, freeDisk, writersBackend } from "./break-postgres.ts";
import { faultWorld } from "./fault-world.ts";
import { rssBytes } from "./rss.ts";

const IS_LONG = process.env["CELLPLANE_FAULT_SECONDS"] !== undefined;
const SECONDS = Number(process.env["CELLPLANE_FAULT_SECONDS"] ?? 0);
const LIMIT_MS = SECONDS * 1_000 + 300_000;
const LOSES_MS = 1_000;
const SLOW_MS = 1_000;
const LATENCIES_MS = IS_LONG ? [200, 2_000] : [200];
const STOPPED_MS = IS_LONG ? 8_000 : 3_000;
const AWAY_MS = 10_000;
/** Generous limits: the figures are printed. */
const RECOVERY_LIMIT_MS = 30_000;
const RETURN_LIMIT_MS = 10_000;
const SWALLOWED_LIMIT_MS = 15_000;
const RSS_LIMIT_BYTES = 600 * 1024 * 1024;

const world = faultWorld("cell_database");

describe("a cell whose database misbehaves", () => {
  it(
    "C1, C2, C4, U1: loses nothing and does nothing twice, in the same process and with bounded memory",
    async () => {
      const { run: started, url, proxy: way } = await world.startBehindProxy();
      const { pid } = started;
      const losesAnswers = async (): Promise<void> => {
        way.losesAnswersOneIn = started.random.between(2, 60);
        await delay(LOSES_MS);
        way.losesAnswersOneIn = 0;
      };
      const isSlow = async (): Promise<void> => {
        way.latencyMs = started.random.pick(LATENCIES_MS);
        await delay(SLOW_MS);
        way.latencyMs = 0;
      };
      const hangs = async (): Promise<void> => {
        const backend = await writersBackend(url);
        if (backend === undefined) return;
        process.kill(backend, "SIGSTOP");
        await delay(STOPPED_MS);
        process.kill(backend, "SIGCONT");
      };
      const refusesFor = async (ms: number): Promise<void> => {
        way.mood = "refuse";
        await delay(ms);
        way.mood = "pass";
      };
      const swallows = async (): Promise<void> => way.swallowOpen();
      const isFull = async (): Promise<void> => {
        await fillDisk(url);
        await delay(LOSES_MS);
        await freeDisk(url);
      };
      for (const fault of [losesAnswers, hangs, isFull, isSlow]) await started.suffer(1, [fault]);
      await started.suffer(1, [() => refusesFor(AWAY_MS)]);
      const returnMs = started.recoveries.at(-1) ?? Infinity;
      await started.suffer(1, [swallows]);
      const noticedMs = started.recoveries.at(-1) ?? Infinity;
      const refuses = (): Promise<void> => refusesFor(LOSES_MS);
      const all = [losesAnswers, losesAnswers, isSlow, hangs, isFull, refuses, swallows];
      await started.suffer(SECONDS * 1_000, all);
      const rss = rssBytes(started.pid);
      const problems = await started.verdict();
      console.log(
        `${started.summary}; ${returnMs.toFixed(0)} ms after ten seconds away, ` +
          `${noticedMs.toFixed(0)} ms after connections were swallowed; ${(rss / 1024 / 1024).toFixed(0)} MB of RSS`,
      );

      expect(problems).toEqual([]);
      expect(started.pid).toBe(pid);
      expect(Math.max(...started.recoveries)).toBeLessThan(RECOVERY_LIMIT_MS);
      expect(returnMs).toBeLessThan(RETURN_LIMIT_MS);
      expect(noticedMs).toBeLessThan(SWALLOWED_LIMIT_MS);
      expect(rss).toBeLessThan(RSS_LIMIT_BYTES);
    },
    LIMIT_MS,
  );
});
