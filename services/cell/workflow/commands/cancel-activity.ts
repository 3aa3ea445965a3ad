// A worker confirms that it canceled an activity, which the workflow must have asked for.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import { closeActivity } from "../activities/close-activity.ts";
import { findActivity } from "../activities/find-activity.ts";
import type { CommandOf } from "../command.ts";
import { requireRunning } from "../running.ts";
import type { Transition } from "../transition.ts";
import { int64 } from "../wire-numbers.ts";

const { EVENT_TYPE_ACTIVITY_TASK_CANCELED } = temporal.api.enums.v1.EventType;

export function cancelActivity(transition: Transition, command: CommandOf<"cancelActivity">): undefined {
  requireRunning(transition);
  const activity = findActivity(transition.state, command.activity);
  if (activity.cancelRequestedEventId === 0) {
    throw new CloudError(
      "INVALID_ARGUMENT",
      "unable to mark activity as canceled without activity being request canceled first",
    );
  }
  closeActivity(transition, activity, (startedEventId) => ({
    eventType: EVENT_TYPE_ACTIVITY_TASK_CANCELED,
    activityTaskCanceledEventAttributes: {
      details: command.details ?? null,
      latestCancelRequestedEventId: int64(activity.cancelRequestedEventId),
      scheduledEventId: int64(activity.scheduledEventId),
      startedEventId: int64(startedEventId),
      identity: command.identity,
    },
  }));
  return undefined;
}
