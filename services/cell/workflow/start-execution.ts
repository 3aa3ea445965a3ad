// Begins a run: its first events and its state.
import type { DecideContext, Outcome } from "./outcome.ts";
import type { StartInput, StartResult } from "./start-input.ts";
import type { ExecutionState } from "./state.ts";

/** Makes the state of a new run. Throws CloudError INVALID_ARGUMENT when the request is not acceptable. */
export function startExecution(
  _input: StartInput,
  _context: DecideContext,
): { state: ExecutionState; outcome: Outcome<StartResult> } {
  throw new Error("not there yet");
}
