// A million steps of simulated life: whole cells with every fault there is, and single runs of the pure core. A failure
// names its seed: CELLPLANE_SEED=n npx vitest run --project system test/simulation repeats it.
import { afterAll, describe, expect, it } from "vitest";
import { liveCoreLives } from "./core-lives.ts";
import { fixedSeeds, freshSeeds, givenSeed, keptSeeds } from "./seeds.ts";
import { simulate } from "./simulate.ts";
import type { Tables } from "./memory-store/tables.ts";
import { decodeHistory } from "../checker/stored-world.ts";
import { nameOf } from "#harness/run-under-test";

const STEPS_PER_CELL = 20_000;
/** Seeds that nobody has seen are for the nightly form, which looks for what is new; here the same must pass each time. */
const FIXED_CELLS = 23;
const CORE_STEPS = 260_000;
/** Nothing here waits for real time: a limit for the slowest machine. */
const SEED_LIMIT_MS = 400_000;

const given = givenSeed();
const began = { at: performance.now(), cpu: process.cpuUsage() };
let steps = 0;
let virtualMs = 0;

/** Events and tables that lives must have had. */
const MUST_BE_MET = [
  ...["NexusOperationScheduled", "NexusOperationStarted", "NexusOperationCompleted", "NexusOperationFailed"],
  ...["NexusOperationTimedOut", "NexusOperationCancelRequested", "WorkflowExecutionOptionsUpdated"],
  ...[
    "ChildWorkflowExecutionCompleted",
    "WorkflowExecutionUpdateCompleted",
    "WorkflowExecutionContinuedAsNew",
  ],
  ...["deployments", "deploymentVersions", "queueConfigs", "standalone", "batches", "endpoints"],
];
const met = new Set<string>();

function meet(tables: Tables): void {
  for (const name of MUST_BE_MET) if (name in tables && sizeOf(tables, name) > 0) met.add(name);
  const histories = [...tables.history.values(), ...tables.deletedHistory.values()];
  if (MUST_BE_MET.every((name) => met.has(name))) return;
  for (const history of histories)
    for (const event of decodeHistory(history.map(({ events }) => events))) met.add(nameOf(event));
}

function sizeOf(tables: Tables, name: string): number {
  const table: unknown = tables[name as keyof Tables];
  return table instanceof Map ? table.size : 0;
}

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
      meet(life.tables);
      expect(life.acts.ok, "a life in which nothing works shows nothing").toBeGreaterThan(0);
    },
    SEED_LIMIT_MS,
  );

  it("meets what is rare, or its lives would show nothing of it", () => {
    // One life alone is somebody's look at a seed.
    expect([...met].sort()).toEqual(expect.arrayContaining(given === undefined ? MUST_BE_MET : []));
  });
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
