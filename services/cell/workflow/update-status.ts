// How far an update has come.
import type { UpdateStatus } from "./command.ts";
import type { ExecutionState } from "./state.ts";
import { isRunning } from "./running.ts";
import { ACCEPTED_BUT_CLOSED } from "./updates/abort-updates.ts";

/** Undefined when no update of this id is known (PollWorkflowExecutionUpdate answers NOT_FOUND). */
export function updateStatusOf(state: ExecutionState, updateId: string): UpdateStatus | undefined {
  const known = state.updates.get(updateId);
  if (known === undefined) {
    const isAdmitted = state.pendingUpdates.has(updateId) || state.admittedUpdates[updateId] !== undefined;
    if (!isAdmitted) return undefined;
    return { updateId, stage: "admitted", outcome: undefined, outcomeEventId: 0, isKnown: true };
  }
  const outcomeEventId = known.completedEventId;
  if (outcomeEventId !== 0) {
    return { updateId, stage: "completed", outcome: undefined, outcomeEventId, isKnown: true };
  }
  if (!isRunning(state)) {
    const outcome = { failure: ACCEPTED_BUT_CLOSED };
    return { updateId, stage: "completed", outcome, outcomeEventId: 0, isKnown: true };
  }
  return { updateId, stage: "accepted", outcome: undefined, outcomeEventId: 0, isKnown: true };
}
