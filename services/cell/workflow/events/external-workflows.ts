// Signals and cancel requests that this run sends to others.
import type { ExecutionState, HistoryEvent } from "../state.ts";
import { numberOf } from "../wire-numbers.ts";

export function applySignalExternalInitiated(state: ExecutionState, event: HistoryEvent): void {
  const initiated = event.signalExternalWorkflowExecutionInitiatedEventAttributes ?? {};
  const initiatedEventId = numberOf(event.eventId);
  const requestId = `${state.runId}:${initiatedEventId}`;
  state.externalSignals.set(initiatedEventId, { initiatedEventId, requestId, initiated });
}

export function applySignalExternalEnded(state: ExecutionState, event: HistoryEvent): void {
  const ended =
    event.externalWorkflowExecutionSignaledEventAttributes ??
    event.signalExternalWorkflowExecutionFailedEventAttributes;
  state.externalSignals.delete(numberOf(ended?.initiatedEventId));
}

export function applyCancelExternalInitiated(state: ExecutionState, event: HistoryEvent): void {
  const initiated = event.requestCancelExternalWorkflowExecutionInitiatedEventAttributes ?? {};
  const initiatedEventId = numberOf(event.eventId);
  const requestId = `${state.runId}:${initiatedEventId}`;
  state.externalCancels.set(initiatedEventId, { initiatedEventId, requestId, initiated });
}

export function applyCancelExternalEnded(state: ExecutionState, event: HistoryEvent): void {
  const ended =
    event.externalWorkflowExecutionCancelRequestedEventAttributes ??
    event.requestCancelExternalWorkflowExecutionFailedEventAttributes;
  state.externalCancels.delete(numberOf(ended?.initiatedEventId));
}
