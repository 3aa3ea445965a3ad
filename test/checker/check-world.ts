// The one checker of all suites: what callers know against what is stored. Names of invariants are those of the design.
import { problemsOfActs } from "./check-acts.ts";
import { problemsOfCounters } from "./check-counters.ts";
import { problemsOfHistory } from "./check-history.ts";
import { problemsOfReplay } from "./check-replay.ts";
import { problemsOfRuns } from "./check-runs.ts";
import type { ClientJournal } from "./client-journal.ts";
import type { StoredRun, StoredWorld } from "./stored-world.ts";

/** C2 and C4 in each run; holds at any moment. */
export function problemsOfEach(runs: readonly StoredRun[]): string[] {
  return runs.flatMap((run) =>
    [...problemsOfHistory(run.events), ...problemsOfReplay(run)].map((problem) => `${run.name}: ${problem}`),
  );
}

/** Everything; when the load is over and nothing is under way. */
export function problemsOfWorld(world: StoredWorld, journal: ClientJournal): string[] {
  return [
    ...problemsOfEach(world.runs),
    ...problemsOfRuns(world),
    ...problemsOfActs(world, journal),
    ...problemsOfCounters(world, journal),
  ];
}
