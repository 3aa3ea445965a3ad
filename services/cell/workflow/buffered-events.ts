// Events that come while a worker holds the workflow task wait for its end, because the worker's answer refers to the
// history as it was sent. Which events wait, and how they get their ids, is told here.
import { temporal } from "#contracts";
import type { ExecutionState, HistoryEvent } from "./state.ts";
import { int64, numberOf } from "./wire-numbers.ts";

type EventType = temporal.api.enums.v1.EventType;
const { EventType } = temporal.api.enums.v1;

/** The id of an event that has none yet; kept out of the way of real ids. */
export const BUFFERED_EVENT_ID = -123;

const BUFFERED: ReadonlySet<EventType> = new Set([
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED,
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CANCEL_REQUESTED,
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_OPTIONS_UPDATED,
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_PAUSED,
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UNPAUSED,
  EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED,
  EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED,
  EventType.EVENT_TYPE_ACTIVITY_TASK_FAILED,
  EventType.EVENT_TYPE_ACTIVITY_TASK_TIMED_OUT,
  EventType.EVENT_TYPE_ACTIVITY_TASK_CANCELED,
  EventType.EVENT_TYPE_TIMER_FIRED,
  EventType.EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_FAILED,
  EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_STARTED,
  EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_COMPLETED,
  EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_FAILED,
  EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_CANCELED,
  EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_TIMED_OUT,
  EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_TERMINATED,
  EventType.EVENT_TYPE_SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_FAILED,
  EventType.EVENT_TYPE_EXTERNAL_WORKFLOW_EXECUTION_SIGNALED,
  EventType.EVENT_TYPE_REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION_FAILED,
  EventType.EVENT_TYPE_EXTERNAL_WORKFLOW_EXECUTION_CANCEL_REQUESTED,
  EventType.EVENT_TYPE_NEXUS_OPERATION_STARTED,
  EventType.EVENT_TYPE_NEXUS_OPERATION_COMPLETED,
  EventType.EVENT_TYPE_NEXUS_OPERATION_FAILED,
  EventType.EVENT_TYPE_NEXUS_OPERATION_CANCELED,
  EventType.EVENT_TYPE_NEXUS_OPERATION_TIMED_OUT,
  EventType.EVENT_TYPE_NEXUS_OPERATION_CANCEL_REQUEST_COMPLETED,
  EventType.EVENT_TYPE_NEXUS_OPERATION_CANCEL_REQUEST_FAILED,
]);

/** These follow the event that started what they close, so they go last. */
const LAST: ReadonlySet<EventType> = new Set([
  EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED,
  EventType.EVENT_TYPE_ACTIVITY_TASK_FAILED,
  EventType.EVENT_TYPE_ACTIVITY_TASK_TIMED_OUT,
  EventType.EVENT_TYPE_ACTIVITY_TASK_CANCELED,
  EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_COMPLETED,
  EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_FAILED,
  EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_CANCELED,
  EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_TIMED_OUT,
  EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_TERMINATED,
  EventType.EVENT_TYPE_NEXUS_OPERATION_COMPLETED,
  EventType.EVENT_TYPE_NEXUS_OPERATION_FAILED,
  EventType.EVENT_TYPE_NEXUS_OPERATION_CANCELED,
  EventType.EVENT_TYPE_NEXUS_OPERATION_TIMED_OUT,
]);

export function mustBuffer(state: ExecutionState, event: HistoryEvent): boolean {
  const task = state.workflowTask;
  return task !== undefined && task.startedEventId !== 0 && BUFFERED.has(event.eventType ?? 0);
}

/** Takes the buffered events out of the state, with their ids, in the order in which they enter the history. */
export function takeBufferedEvents(state: ExecutionState): HistoryEvent[] {
  const buffered = state.bufferedEvents;
  if (buffered.length === 0) return buffered;
  state.bufferedEvents = [];
  const isLast = (event: HistoryEvent): boolean => LAST.has(event.eventType ?? 0);
  const ordered = [...buffered.filter((event) => !isLast(event)), ...buffered.filter(isLast)];
  const startedIds = new Map<number, number>();
  for (const event of ordered) {
    const eventId = state.nextEventId++;
    event.eventId = int64(eventId);
    event.taskId = int64(eventId);
    settle(state, event, eventId, startedIds);
  }
  return ordered;
}

/** Puts the real id wherever the placeholder was. */
function settle(
  state: ExecutionState,
  event: HistoryEvent,
  eventId: number,
  startedIds: Map<number, number>,
): void {
  const activityStarted = event.activityTaskStartedEventAttributes;
  if (activityStarted != null) {
    const scheduledEventId = numberOf(activityStarted.scheduledEventId);
    startedIds.set(scheduledEventId, eventId);
    const activity = state.activities.get(scheduledEventId);
    if (activity !== undefined) activity.startedEventId = eventId;
  }
  const childStarted = event.childWorkflowExecutionStartedEventAttributes;
  if (childStarted != null) {
    const initiatedEventId = numberOf(childStarted.initiatedEventId);
    startedIds.set(initiatedEventId, eventId);
    const child = state.children.get(initiatedEventId);
    if (child !== undefined) child.startedEventId = eventId;
  }
  const attached = event.workflowExecutionOptionsUpdatedEventAttributes?.attachedRequestId ?? "";
  if (attached !== "") state.startRequestIds[attached] = eventId;
  settleClosed(event, startedIds);
}

function settleClosed(event: HistoryEvent, startedIds: Map<number, number>): void {
  const activity =
    event.activityTaskCompletedEventAttributes ??
    event.activityTaskFailedEventAttributes ??
    event.activityTaskTimedOutEventAttributes ??
    event.activityTaskCanceledEventAttributes;
  if (activity != null) {
    const startedEventId = startedIds.get(numberOf(activity.scheduledEventId));
    if (startedEventId !== undefined) activity.startedEventId = int64(startedEventId);
  }
  const child =
    event.childWorkflowExecutionCompletedEventAttributes ??
    event.childWorkflowExecutionFailedEventAttributes ??
    event.childWorkflowExecutionCanceledEventAttributes ??
    event.childWorkflowExecutionTimedOutEventAttributes ??
    event.childWorkflowExecutionTerminatedEventAttributes;
  if (child != null) {
    const startedEventId = startedIds.get(numberOf(child.initiatedEventId));
    if (startedEventId !== undefined) child.startedEventId = int64(startedEventId);
  }
}
