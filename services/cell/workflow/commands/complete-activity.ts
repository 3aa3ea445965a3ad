// An activity succeeded (C2: its completion is applied at most once).
import { temporal } from "#contracts";
import { closeActivity } from "../activities/close-activity.ts";
import { findActivity } from "../activities/find-activity.ts";
import { startAttempt } from "../activities/start-activity.ts";
import type { CommandOf } from "../command.ts";
import { bytesOfPayloads } from "../payload-size.ts";
import { requireRunning } from "../running.ts";
import type { Transition } from "../transition.ts";
import { int64 } from "../wire-numbers.ts";
import { failAttempt, serverFailure } from "./fail-activity.ts";

const { EVENT_TYPE_ACTIVITY_TASK_COMPLETED } = temporal.api.enums.v1.EventType;

export function completeActivity(transition: Transition, command: CommandOf<"completeActivity">): undefined {
  requireRunning(transition);
  const { state, context } = transition;
  const activity = findActivity(state, command.activity);
  if (activity.startedAt === 0) {
    startAttempt(transition, activity, { requestId: "", identity: command.identity });
  }
  if (bytesOfPayloads(command.result) > context.limits.blobBytesMax) {
    failAttempt(
      transition,
      activity,
      serverFailure("Complete result exceeds size limit.", true),
      command.identity,
    );
    return undefined;
  }
  const scheduledEventId = int64(activity.scheduledEventId);
  closeActivity(transition, activity, (startedEventId) => ({
    eventType: EVENT_TYPE_ACTIVITY_TASK_COMPLETED,
    activityTaskCompletedEventAttributes: {
      result: command.result ?? null,
      scheduledEventId,
      startedEventId: int64(startedEventId),
      identity: command.identity,
    },
  }));
  return undefined;
}
