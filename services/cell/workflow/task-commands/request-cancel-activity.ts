// The workflow asks for the end of an activity. One that no worker has ends at once.
import { temporal } from "#contracts";
import { payloadsCodec } from "../message-codecs.ts";
import { int64, numberOf } from "../wire-numbers.ts";
import type { Completion, Plan } from "./plan.ts";
import { refuse } from "./refusal.ts";
import { taskCommand } from "./task-command.ts";

const { EventType, WorkflowTaskFailedCause } = temporal.api.enums.v1;
const BAD = WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_BAD_REQUEST_CANCEL_ACTIVITY_ATTRIBUTES;

const NOT_STARTED = payloadsCodec.encode({
  payloads: [
    {
      metadata: { encoding: Buffer.from("json/plain") },
      data: Buffer.from(JSON.stringify("ACTIVITY_ID_NOT_STARTED")),
    },
  ],
});

export const requestCancelActivity = taskCommand({
  attributes: "requestCancelActivityTaskCommandAttributes",
  cause: BAD,
  prepare: (plan, attributes) => {
    const scheduledEventId = numberOf(attributes.scheduledEventId);
    if (scheduledEventId <= 0) {
      return refuse(BAD, "ScheduledEventId is not set on RequestCancelActivityTaskCommand.");
    }
    if (!mayCancel(plan, scheduledEventId)) {
      return refuse(
        BAD,
        `invalid history builder state for action: add-activitytask-cancel-requested-event, ScheduledEventID: ${scheduledEventId}`,
      );
    }
    plan.cancelRequested.add(scheduledEventId);
    plan.nextEventId += 1;
    const activity = plan.state.activities.get(scheduledEventId);
    const activityId = activity?.activityId ?? plan.scheduledActivities.get(scheduledEventId);
    if (activityId !== undefined && (activity === undefined || activity.startedAt === 0)) {
      plan.activityIds.delete(activityId);
      plan.nextEventId += 1;
    }
    return (completion) => cancel(completion, scheduledEventId);
  },
});

function mayCancel(plan: Plan, scheduledEventId: number): boolean {
  if (plan.cancelRequested.has(scheduledEventId)) return false;
  const activity = plan.state.activities.get(scheduledEventId);
  if (activity !== undefined) return activity.cancelRequestedEventId === 0;
  return plan.scheduledActivities.has(scheduledEventId) || hasBufferedEnd(plan, scheduledEventId);
}

/** The activity may have ended while the worker was at work: the request is recorded and means nothing. */
function hasBufferedEnd(plan: Plan, scheduledEventId: number): boolean {
  return plan.state.bufferedEvents.some((event) => {
    const ended =
      event.activityTaskCompletedEventAttributes ??
      event.activityTaskFailedEventAttributes ??
      event.activityTaskTimedOutEventAttributes ??
      event.activityTaskCanceledEventAttributes;
    return ended != null && numberOf(ended.scheduledEventId) === scheduledEventId;
  });
}

function cancel(
  completion: Completion,
  scheduledEventId: number,
): ReturnType<Completion["transition"]["add"]> {
  const { transition, completedEventId, identity } = completion;
  const event = transition.add({
    eventType: EventType.EVENT_TYPE_ACTIVITY_TASK_CANCEL_REQUESTED,
    activityTaskCancelRequestedEventAttributes: {
      scheduledEventId: int64(scheduledEventId),
      workflowTaskCompletedEventId: int64(completedEventId),
    },
  });
  const activity = transition.state.activities.get(scheduledEventId);
  if (activity?.startedAt !== 0) return event;
  transition.add({
    eventType: EventType.EVENT_TYPE_ACTIVITY_TASK_CANCELED,
    activityTaskCanceledEventAttributes: {
      details: payloadsCodec.decode(NOT_STARTED),
      latestCancelRequestedEventId: event.eventId ?? null,
      scheduledEventId: int64(scheduledEventId),
      startedEventId: int64(0),
      identity,
    },
  });
  completion.needsTask = true;
  return event;
}
