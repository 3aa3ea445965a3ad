// WorkflowExecutionUpdateAdmitted, -Accepted and -Completed.
import type { ExecutionState, HistoryEvent } from "../state.ts";
import { numberOf } from "../wire-numbers.ts";

export function applyUpdateAdmitted(state: ExecutionState, event: HistoryEvent): void {
  const admitted = event.workflowExecutionUpdateAdmittedEventAttributes;
  state.admittedUpdates[admitted?.request?.meta?.updateId ?? ""] = numberOf(event.eventId);
}

export function applyUpdateAccepted(state: ExecutionState, event: HistoryEvent): void {
  const updateId = event.workflowExecutionUpdateAcceptedEventAttributes?.protocolInstanceId ?? "";
  delete state.admittedUpdates[updateId];
  state.updates.set(updateId, { updateId, acceptedEventId: numberOf(event.eventId), completedEventId: 0 });
}

export function applyUpdateCompleted(state: ExecutionState, event: HistoryEvent): void {
  const completed = event.workflowExecutionUpdateCompletedEventAttributes;
  const update = state.updates.get(completed?.meta?.updateId ?? "");
  if (update === undefined) return;
  update.completedEventId = numberOf(event.eventId);
  state.completedUpdates += 1;
}
