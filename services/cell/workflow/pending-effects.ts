// What is still to do for an execution that was loaded cold, and whether anything is.
import type { Effect } from "./effect.ts";
import type { ExecutionState } from "./state.ts";

/**
 * Effects to carry out (again) after a cold load or a crash. Offers of tasks need no attached events; the others do
 * (see missingEvents).
 */
export function pendingEffects(_state: ExecutionState): Effect[] {
  throw new Error("not there yet");
}

/** Closed, and nothing left to tell to other executions: it need not be looked at on boot. */
export function isSettled(_state: ExecutionState): boolean {
  throw new Error("not there yet");
}

/** True while memory holds what the store does not (updates that wait, speculative tasks): do not evict. */
export function hasVolatileState(_state: ExecutionState): boolean {
  throw new Error("not there yet");
}
