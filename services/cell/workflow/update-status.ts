// How far an update has come.
import type { UpdateStatus } from "./command.ts";
import type { ExecutionState } from "./state.ts";

/** Undefined when no update of this id is known (PollWorkflowExecutionUpdate answers NOT_FOUND). */
export function updateStatusOf(_state: ExecutionState, _updateId: string): UpdateStatus | undefined {
  throw new Error("not there yet");
}
