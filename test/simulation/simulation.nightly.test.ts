// The long form: a hundred times the steps, on seeds that nobody has seen. A seed that fails goes to kept-seeds.json.
import { expect, it } from "vitest";
import { liveCoreLives } from "./core-lives.ts";
import { freshSeeds } from "./seeds.ts";
import { simulate } from "./simulate.ts";

const STEPS_PER_CELL = 20_000;
const CELLS = 3_000;
const CORE_STEPS = 40_000_000;
const CORE_STEPS_PER_SEED = 400_000;
const LIMIT_MS = 4 * 3_600_000;
const SHOWN = 10;

it(
  "C1, C2, C3, C4, U1: thousands of simulated cells lose nothing and do nothing twice",
  async () => {
    const failed: string[] = [];
    for (const seed of freshSeeds(CELLS)) {
      const { problems } = await simulate(seed, STEPS_PER_CELL);
      if (problems.length > 0) failed.push(`CELLPLANE_SEED=${String(seed)}: ${problems[0] ?? ""}`);
      if (failed.length >= SHOWN) break;
    }
    expect(failed).toEqual([]);
  },
  LIMIT_MS,
);

it(
  "C2, C4, U1: the pure core keeps its invariants on forty million steps",
  () => {
    const failed = freshSeeds(CORE_STEPS / CORE_STEPS_PER_SEED).flatMap((seed) => {
      const { problems } = liveCoreLives(seed, CORE_STEPS_PER_SEED);
      return problems.length > 0 ? [`CELLPLANE_SEED=${String(seed)}: ${problems[0] ?? ""}`] : [];
    });
    expect(failed).toEqual([]);
  },
  LIMIT_MS,
);
