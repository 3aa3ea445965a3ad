// StartChildWorkflowExecutionInitiated and what becomes of the child.
import type { ExecutionState, HistoryEvent } from "../state.ts";
import { numberOf } from "../wire-numbers.ts";

export function applyStartChildInitiated(state: ExecutionState, event: HistoryEvent): void {
  const initiated = event.startChildWorkflowExecutionInitiatedEventAttributes ?? {};
  const initiatedEventId = numberOf(event.eventId);
  state.children.set(initiatedEventId, {
    initiatedEventId,
    startedEventId: 0,
    namespace: initiated.namespace ?? "",
    namespaceId: initiated.namespaceId ?? "",
    workflowId: initiated.workflowId ?? "",
    runId: "",
    workflowType: initiated.workflowType?.name ?? "",
    parentClosePolicy: initiated.parentClosePolicy ?? 0,
    requestId: childRequestId(state, initiatedEventId),
    initiated: event,
  });
}

/** The same for every try to start the child, so that it starts once. */
function childRequestId(state: ExecutionState, initiatedEventId: number): string {
  return `${state.runId}:${initiatedEventId}`;
}

export function applyChildStarted(state: ExecutionState, event: HistoryEvent): void {
  const started = event.childWorkflowExecutionStartedEventAttributes;
  const child = state.children.get(numberOf(started?.initiatedEventId));
  if (child === undefined) return;
  child.startedEventId = numberOf(event.eventId);
  child.runId = started?.workflowExecution?.runId ?? "";
  delete child.initiated;
}

export function applyChildEnded(state: ExecutionState, event: HistoryEvent): void {
  const ended =
    event.childWorkflowExecutionCompletedEventAttributes ??
    event.childWorkflowExecutionFailedEventAttributes ??
    event.childWorkflowExecutionCanceledEventAttributes ??
    event.childWorkflowExecutionTimedOutEventAttributes ??
    event.childWorkflowExecutionTerminatedEventAttributes ??
    event.startChildWorkflowExecutionFailedEventAttributes;
  state.children.delete(numberOf(ended?.initiatedEventId));
}
