// NexusOperationScheduled and what becomes of the operation and of the request to cancel it.
import { recordAttempt } from "../nexus/delivery.ts";
import { newDelivery } from "../nexus/nexus-operation.ts";
import { operationEndOf } from "../nexus/operation-end.ts";
import type { ExecutionState, HistoryEvent } from "../state.ts";
import { msOf, numberOf } from "../wire-numbers.ts";

export function applyNexusOperationScheduled(state: ExecutionState, event: HistoryEvent): void {
  const scheduled = event.nexusOperationScheduledEventAttributes ?? {};
  const scheduledEventId = numberOf(event.eventId);
  state.nexusOperations.set(scheduledEventId, {
    scheduledEventId,
    endpointId: scheduled.endpointId ?? "",
    endpoint: scheduled.endpoint ?? "",
    service: scheduled.service ?? "",
    operation: scheduled.operation ?? "",
    requestId: scheduled.requestId ?? "",
    scheduledAt: msOf(event.eventTime),
    scheduleToCloseMs: msOf(scheduled.scheduleToCloseTimeout),
    scheduleToStartMs: msOf(scheduled.scheduleToStartTimeout),
    startToCloseMs: msOf(scheduled.startToCloseTimeout),
    startedAt: 0,
    operationToken: "",
    cancellation: undefined,
    ...newDelivery(),
    scheduled,
  });
}

export function applyNexusOperationStarted(state: ExecutionState, event: HistoryEvent): void {
  const started = event.nexusOperationStartedEventAttributes;
  const operation = state.nexusOperations.get(numberOf(started?.scheduledEventId));
  if (operation === undefined) return;
  const at = msOf(event.eventTime);
  recordAttempt(operation, at);
  operation.startedAt = at;
  operation.operationToken = started?.operationToken || started?.operationId || "";
  const { cancellation } = operation;
  // The start may have been buffered when the workflow asked: the history tells of both in the other order.
  if (cancellation !== undefined) cancellation.requestedAt = Math.max(at, cancellation.askedAt);
}

/** The operation may have ended unseen by the worker: then the request means nothing. */
export function applyNexusCancelRequested(state: ExecutionState, event: HistoryEvent): void {
  const requested = event.nexusOperationCancelRequestedEventAttributes;
  const operation = state.nexusOperations.get(numberOf(requested?.scheduledEventId));
  if (operation === undefined) return;
  const askedAt = msOf(event.eventTime);
  operation.cancellation = {
    requestedEventId: numberOf(event.eventId),
    askedAt,
    requestedAt: operation.startedAt === 0 ? 0 : askedAt,
    outcome: "",
    ...newDelivery(),
  };
}

export function applyNexusCancelRequestEnded(state: ExecutionState, event: HistoryEvent): void {
  const completed = event.nexusOperationCancelRequestCompletedEventAttributes;
  const ended = completed ?? event.nexusOperationCancelRequestFailedEventAttributes;
  const cancellation = state.nexusOperations.get(numberOf(ended?.scheduledEventId))?.cancellation;
  if (cancellation === undefined) return;
  recordAttempt(cancellation, msOf(event.eventTime));
  cancellation.outcome = completed == null ? "failed" : "succeeded";
}

export function applyNexusOperationClosed(state: ExecutionState, event: HistoryEvent): void {
  state.nexusOperations.delete(numberOf(operationEndOf(event)?.scheduledEventId));
}
