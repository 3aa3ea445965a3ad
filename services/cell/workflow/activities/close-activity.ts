// Closes an activity: the started event of its last attempt, then the event that closes it, then a workflow task.
import { activityRetriesOf } from "#usage/actions";
import { temporal } from "#contracts";
import type { Activity, HistoryEvent } from "../state.ts";
import type { Transition } from "../transition.ts";
import { int64, numberOf } from "../wire-numbers.ts";
import { scheduleTask } from "../workflow-task/schedule-task.ts";
import { activityEnd, outcomeOf } from "./activity-end.ts";
import { lastFailureOf } from "./start-activity.ts";

const { EventType } = temporal.api.enums.v1;

/** `eventOf` makes the closing event from the id of the started event. */
export function closeActivity(
  transition: Transition,
  activity: Activity,
  eventOf: (startedEventId: number) => HistoryEvent,
): void {
  const startedEventId = recordStarted(transition, activity);
  const event = eventOf(startedEventId);
  measure(transition, activity, event);
  transition.add(event);
  if (activity.isPaused) transition.isListed = true;
  scheduleTask(transition);
}

/** The last attempt ended as the activity did. */
function measure({ activityEnds }: Transition, activity: Activity, event: HistoryEvent): void {
  const outcome = outcomeOf(event.eventType);
  if (outcome === undefined) return;
  const { failure } = event.activityTaskTimedOutEventAttributes ?? {};
  const timeoutType = failure?.timeoutFailureInfo?.timeoutType;
  activityEnds.push(activityEnd(activity, outcome, timeoutType));
  if (outcome === "fail") activityEnds.push(activityEnd(activity, "attemptFail", undefined));
  if (outcome === "timeout") activityEnds.push(activityEnd(activity, "attemptTimeout", timeoutType));
}

/** 0 when no worker ever had the last attempt. */
function recordStarted(transition: Transition, activity: Activity): number {
  if (activity.startedEventId !== 0) return activity.startedEventId;
  if (activity.startedAt === 0) return 0;
  const event = transition.add(
    {
      eventType: EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED,
      activityTaskStartedEventAttributes: {
        scheduledEventId: int64(activity.scheduledEventId),
        identity: activity.identity,
        requestId: activity.requestId,
        attempt: activity.attempt,
        lastFailure: lastFailureOf(activity),
      },
    },
    activity.startedAt,
  );
  transition.bill("retry_activity", activityRetriesOf(activity.attempt));
  return numberOf(event.eventId);
}
