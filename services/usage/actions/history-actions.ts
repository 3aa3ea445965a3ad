// The recount: billable actions told by the events of one run alone, independent of what a cell counted (U1).
// It must see the whole history of the run, from event 1, and never needs another run's history.
import type { temporal } from "#contracts";
import { sumActions, type Action, type ActionKind } from "./kinds.ts";
import {
  activityRetriesOf,
  isBillableMarker,
  isBillableUpsert,
  localRetriesOf,
  START_CHILD_WORKFLOW_COUNT,
} from "./rules.ts";
import { actionOfStart, isLaterRun } from "./start-actions.ts";

export type HistoryEvent = temporal.api.history.v1.IHistoryEvent;

/** temporal.api.enums.v1.WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_RESET_WORKFLOW */
const CAUSE_RESET_WORKFLOW = 20;
/** temporal.api.enums.v1.ContinueAsNewInitiator: RETRY and CRON_SCHEDULE. */
const FREE_INITIATORS: ReadonlySet<number> = new Set([2, 3]);

/** Billable actions of one run by kind, as far as its history tells; EVENTLESS_KINDS are never among them. */
export function actionsOfHistory(events: readonly HistoryEvent[]): Map<ActionKind, number> {
  const reset = indexOfReset(events);
  const actions: Action[] = reset === -1 ? [] : [{ kind: "reset_workflow", count: 1 }];
  const own = reset === -1 ? events : afterReset(events, reset);
  const isSignalWithStart = reset === -1 && startsWithSignal(events);
  const tasksWithMarkers = new Set<string>();
  for (const event of own) {
    const marker = event.markerRecordedEventAttributes;
    if (marker != null && isBillableMarker(marker.markerName)) {
      tasksWithMarkers.add(String(marker.workflowTaskCompletedEventId));
    }
    if (isSignalWithStart && event === events[1]) continue;
    const action = actionOfEvent(event, isSignalWithStart);
    if (action !== undefined) actions.push(action);
  }
  if (tasksWithMarkers.size > 0) {
    actions.push({ kind: "record_activity_markers", count: tasksWithMarkers.size });
  }
  return sumActions(actions);
}

/** What one event tells; markers are not here because they are counted per workflow task. */
function actionOfEvent(event: HistoryEvent, isSignalWithStart: boolean): Action | undefined {
  const started = event.workflowExecutionStartedEventAttributes;
  if (started != null) {
    return actionOfStart(started, isSignalWithStart ? "signal_workflow_with_start" : "start_workflow");
  }
  return actionOfCommandEvent(event) ?? actionOfCallEvent(event);
}

/** Events that a worker's commands cause. */
function actionOfCommandEvent(event: HistoryEvent): Action | undefined {
  if (event.activityTaskScheduledEventAttributes != null) return { kind: "schedule_activity", count: 1 };
  if (event.timerStartedEventAttributes != null) return { kind: "start_timer", count: 1 };
  if (event.startChildWorkflowExecutionInitiatedEventAttributes != null) {
    return { kind: "start_child_workflow", count: START_CHILD_WORKFLOW_COUNT };
  }
  const continued = event.workflowExecutionContinuedAsNewEventAttributes;
  if (continued != null) {
    return FREE_INITIATORS.has(continued.initiator ?? 0)
      ? undefined
      : { kind: "continue_as_new_workflow", count: 1 };
  }
  const upsert = event.upsertWorkflowSearchAttributesEventAttributes;
  if (upsert != null && isBillableUpsert(upsert.searchAttributes)) {
    return { kind: "upsert_workflow_search_attributes", count: 1 };
  }
  if (event.nexusOperationScheduledEventAttributes != null) {
    return { kind: "schedule_nexus_operation", count: 1 };
  }
  if (event.nexusOperationCancelRequestedEventAttributes != null) {
    return { kind: "request_nexus_operation_cancellation", count: 1 };
  }
  return undefined;
}

/** Events that calls from outside cause. */
function actionOfCallEvent(event: HistoryEvent): Action | undefined {
  const activity = event.activityTaskStartedEventAttributes;
  if (activity != null) return some("retry_activity", activityRetriesOf(activity.attempt));
  const task = event.workflowTaskCompletedEventAttributes;
  if (task != null) return some("retry_activity_local", localRetriesOf(task.meteringMetadata));
  const signaled = event.workflowExecutionSignaledEventAttributes;
  if (signaled != null) {
    const isExternal = signaled.externalWorkflowExecution != null;
    return { kind: isExternal ? "signal_external_workflow" : "signal_workflow", count: 1 };
  }
  if (event.workflowExecutionUpdateAcceptedEventAttributes != null) {
    return { kind: "accept_workflow_update", count: 1 };
  }
  const options = event.workflowExecutionOptionsUpdatedEventAttributes;
  if (options != null) {
    return {
      kind: isAttached(options) ? "update_workflow_options_via_start" : "update_workflow_options",
      count: 1,
    };
  }
  return undefined;
}

function some(kind: ActionKind, count: number): Action | undefined {
  return count > 0 ? { kind, count } : undefined;
}

/** The event that ended a copied history; everything before it was paid by the run that was reset. */
function indexOfReset(events: readonly HistoryEvent[]): number {
  return events.findLastIndex(
    (event) => event.workflowTaskFailedEventAttributes?.cause === CAUSE_RESET_WORKFLOW,
  );
}

/** What the run did itself: not the copied past, nor the signals which the reset applied again in its own transaction. */
function afterReset(events: readonly HistoryEvent[], reset: number): readonly HistoryEvent[] {
  const firstTask = events.findIndex(
    (event, index) => index > reset && event.workflowTaskScheduledEventAttributes != null,
  );
  return firstTask === -1 ? [] : events.slice(firstTask);
}

/** A start that attached, even if it brought nothing but links: an update of options always names an option. */
function isAttached(
  options: temporal.api.history.v1.IWorkflowExecutionOptionsUpdatedEventAttributes,
): boolean {
  if ((options.attachedRequestId ?? "") !== "" || (options.attachedCompletionCallbacks ?? []).length > 0)
    return true;
  return (
    options.versioningOverride == null && options.unsetVersioningOverride !== true && options.priority == null
  );
}

/**
 * True when signal-with-start made this run: its signal is event 2. A delayed first workflow task leaves room for an
 * ordinary signal at the same place, which has a later time than the start or, within a millisecond, another sender.
 */
function startsWithSignal(events: readonly HistoryEvent[]): boolean {
  const [first, second] = events;
  const started = first?.workflowExecutionStartedEventAttributes;
  const signaled = second?.workflowExecutionSignaledEventAttributes;
  if (started == null || signaled == null || isLaterRun(started)) return false;
  if (signaled.externalWorkflowExecution != null) return false;
  const isDelayed = isPositive(started.firstWorkflowTaskBackoff);
  return !isDelayed || (timeOf(first) === timeOf(second) && isSame(started.identity, signaled.identity));
}

function isSame(one: string | null | undefined, other: string | null | undefined): boolean {
  return (one ?? "") === (other ?? "");
}

function isPositive(duration: { seconds?: unknown; nanos?: number | null } | null | undefined): boolean {
  return duration != null && (Number(duration.seconds ?? 0) > 0 || (duration.nanos ?? 0) > 0);
}

function timeOf(event: HistoryEvent | undefined): string {
  return `${String(event?.eventTime?.seconds ?? 0)}.${event?.eventTime?.nanos ?? 0}`;
}
