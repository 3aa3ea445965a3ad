// Payloads of pending work stay in the history and are held in memory while an execution is warm. These two functions
// bring them back for an execution that was cold.
import type { ExecutionState, HistoryEvent } from "./state.ts";

/** Ids of the events that must be attached before `decide` or the effects of `pendingEffects` are used; often none. */
export function missingEvents(_state: ExecutionState): number[] {
  throw new Error("not there yet");
}

/** Takes what is missing from `events`, in any order; other events are ignored. */
export function attachEvents(_state: ExecutionState, _events: Iterable<HistoryEvent>): void {
  throw new Error("not there yet");
}
