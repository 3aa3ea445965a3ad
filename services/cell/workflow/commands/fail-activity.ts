// An attempt of an activity failed: it is tried again, or the activity fails.
import { temporal } from "#contracts";
import { closeActivity } from "../activities/close-activity.ts";
import { findActivity } from "../activities/find-activity.ts";
import { retryActivity } from "../activities/retry-activity.ts";
import { startAttempt } from "../activities/start-activity.ts";
import type { CommandOf } from "../command.ts";
import { failureCodec, payloadsCodec } from "../message-codecs.ts";
import { requireRunning } from "../running.ts";
import type { Activity } from "../state.ts";
import type { Transition } from "../transition.ts";
import { int64 } from "../wire-numbers.ts";

type Failure = temporal.api.failure.v1.IFailure;
const { EventType, RetryState } = temporal.api.enums.v1;

export function failActivity(transition: Transition, command: CommandOf<"failActivity">): undefined {
  requireRunning(transition);
  const { state, context } = transition;
  const activity = findActivity(state, command.activity);
  if (command.lastHeartbeatDetails != null) {
    activity.heartbeatDetails = payloadsCodec.encode(command.lastHeartbeatDetails);
  }
  const failure = command.failure ?? {};
  const isTooLarge = failureCodec.encode(failure).length > context.limits.blobBytesMax;
  const kept = isTooLarge ? serverFailure("Failure exceeds size limit.", true) : failure;
  failAttempt(transition, activity, kept, command.identity);
  return undefined;
}

export function serverFailure(message: string, nonRetryable: boolean): Failure {
  return { message, serverFailureInfo: { nonRetryable } };
}

export function failAttempt(
  transition: Transition,
  activity: Activity,
  failure: Failure,
  identity: string,
): void {
  const retryState = retryActivity(transition, activity, failure);
  if (retryState === RetryState.RETRY_STATE_IN_PROGRESS) return;
  if (activity.startedAt === 0) startAttempt(transition, activity, { requestId: "", identity });
  closeActivity(transition, activity, (startedEventId) => ({
    eventType: EventType.EVENT_TYPE_ACTIVITY_TASK_FAILED,
    activityTaskFailedEventAttributes: {
      failure,
      scheduledEventId: int64(activity.scheduledEventId),
      startedEventId: int64(startedEventId),
      identity,
      retryState,
    },
  }));
}
