// A million steps of simulated life: whole cells with every fault there is, and single runs of the pure core. A failure
// names its seed: CELLPLANE_SEED=n npx vitest run --project system test/simulation repeats it.
import { afterAll, describe, expect, it } from "vitest";
import { liveCoreLives } from "./core-lives.ts";
import { fixedSeeds, freshSeeds, givenSeed, keptSeeds } from "./seeds.ts";
import { simulate } from "./simulate.ts";

const STEPS_PER_CELL = 20_000;
/** Seeds that nobody has seen are for the nightly form, which looks for what is new; here the same must pass each time. */
const FIXED_CELLS = 23;
const CORE_STEPS = 260_000;
const SEED_LIMIT_MS = 120_000;

const given = givenSeed();
const began = { at: performance.now(), cpu: process.cpuUsage() };
let steps = 0;
let virtualMs = 0;

afterAll(() => {
  const { user, system } = process.cpuUsage(began.cpu);
  const cpuSeconds = (user + system) / 1e6;
  console.log(
    `simulated ${steps} steps, ${(virtualMs / 3_600_000).toFixed(1)} hours of a cell, in ${cpuSeconds.toFixed(1)} s of CPU`,
  );
});

describe("a simulated cell", () => {
  const kept = keptSeeds().map(({ seed, steps: stepsMax, found }) => ({ seed, stepsMax, why: found }));
  const others = fixedSeeds(FIXED_CELLS)
    .filter((seed) => !kept.some((one) => one.seed === seed))
    .map((seed) => ({ seed, stepsMax: STEPS_PER_CELL, why: "" }));
  const all =
    given === undefined ? [...kept, ...others] : [{ seed: given, stepsMax: STEPS_PER_CELL, why: "" }];

  it.each(all)(
    "C1, C2, C3, C4, U1: loses nothing, does nothing twice and forgets nothing: seed $seed $why",
    async ({ seed, stepsMax }) => {
      const life = await simulate(seed, stepsMax);
      steps += life.steps;
      virtualMs += life.virtualMs;
      expect(life.problems, `CELLPLANE_SEED=${String(seed)}`).toEqual([]);
      expect(life.acts.ok, "a life in which nothing works shows nothing").toBeGreaterThan(0);
    },
    SEED_LIMIT_MS,
  );
});

describe("the pure core", () => {
  it.each(given === undefined ? [...fixedSeeds(1), ...freshSeeds(1)] : [given])(
    "C2, C4, U1: keeps its invariants on random lives: seed %i",
    (seed) => {
      const lives = liveCoreLives(seed, CORE_STEPS);
      steps += lives.steps;
      expect(lives.problems, `CELLPLANE_SEED=${String(seed)}`).toEqual([]);
    },
    SEED_LIMIT_MS,
  );
});
