// Who leaves memory first.
import { expect, test } from "vitest";
import { HeldRuns } from "./held-runs.ts";

interface Run {
  state: { namespaceId: string; runId: string };
  isCurrent: boolean;
  isBusy: boolean;
}

function heldRuns(executionsMax: number): { runs: HeldRuns<Run>; add: (runId: string) => Run } {
  const runs = new HeldRuns<Run>({
    limits: { executionsMax, heldBytesMax: 1_000_000 },
    currentKeyOf: ({ state }) => state.runId,
    isIdle: ({ isBusy }) => !isBusy,
    letGo: (run) => void runs.remove(run, 0),
  });
  const add = (runId: string): Run => {
    const run = { state: { namespaceId: "space", runId }, isCurrent: true, isBusy: false };
    runs.add(run);
    return run;
  };
  return { runs, add };
}

/** A quarter of 40 that are over may stay. */
const ENDED_MAX = 10;

test("of runs that are over the latest stay, and all that are open", () => {
  const { runs, add } = heldRuns(40);
  for (let number = 0; number < 20; number += 1) add(`open-${number}`);
  for (let number = 0; number < 15; number += 1) runs.ended(add(`over-${number}`));

  expect(runs.byRun("over-4")).toBeUndefined();
  expect(runs.current("over-4")).toBeUndefined();
  expect(runs.byRun("over-5")).toBeDefined();
  expect(runs.size).toBe(20 + ENDED_MAX);
});

test("a run that is over stays while somebody waits for it or has used it lately, and goes afterwards", () => {
  const { runs, add } = heldRuns(40);
  const awaited = add("awaited");
  awaited.isBusy = true;
  const used = add("used");
  runs.ended(awaited);
  runs.ended(used);
  for (let number = 0; number < ENDED_MAX - 2; number += 1) runs.ended(add(`over-${number}`));
  runs.touch(used);
  runs.ended(add("one more"));

  expect(runs.has(awaited)).toBe(true);
  expect(runs.has(used)).toBe(true);
  expect(runs.byRun("over-0")).toBeUndefined();

  awaited.isBusy = false;
  for (let number = 0; number < 2 * ENDED_MAX; number += 1) runs.ended(add(`later-${number}`));
  expect(runs.has(awaited)).toBe(false);
  expect(runs.has(used)).toBe(false);
  expect(runs.size).toBe(ENDED_MAX);
});

test("a run that is not held any more is not held again because it ends", () => {
  const { runs, add } = heldRuns(40);
  const gone = add("gone");
  runs.remove(gone, 0);
  runs.ended(gone);
  expect(runs.size).toBe(0);
});
