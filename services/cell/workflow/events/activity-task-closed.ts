// ActivityTaskStarted, -CancelRequested and the four events that close an activity.
import type { ExecutionState, HistoryEvent } from "../state.ts";
import { numberOf } from "../wire-numbers.ts";

export function applyActivityTaskStarted(state: ExecutionState, event: HistoryEvent): void {
  const started = event.activityTaskStartedEventAttributes;
  const activity = state.activities.get(numberOf(started?.scheduledEventId));
  if (activity !== undefined) activity.startedEventId = numberOf(event.eventId);
}

export function applyActivityTaskCancelRequested(state: ExecutionState, event: HistoryEvent): void {
  const requested = event.activityTaskCancelRequestedEventAttributes;
  const activity = state.activities.get(numberOf(requested?.scheduledEventId));
  if (activity !== undefined) activity.cancelRequestedEventId = numberOf(event.eventId);
}

export function applyActivityTaskClosed(state: ExecutionState, event: HistoryEvent): void {
  state.activities.delete(numberOf(scheduledEventIdOfClosed(event)));
}

function scheduledEventIdOfClosed(event: HistoryEvent): Parameters<typeof numberOf>[0] {
  return (
    event.activityTaskCompletedEventAttributes?.scheduledEventId ??
    event.activityTaskFailedEventAttributes?.scheduledEventId ??
    event.activityTaskTimedOutEventAttributes?.scheduledEventId ??
    event.activityTaskCanceledEventAttributes?.scheduledEventId
  );
}
