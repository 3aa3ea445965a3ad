// After an attempt failed or timed out: another attempt, or the reason why there is none.
import { temporal } from "#contracts";
import type { OfferActivityTask } from "../effect.ts";
import { failureCodec } from "../message-codecs.ts";
import { isRetryable, nextAttempt, requestedDelayMs } from "../retry-policy.ts";
import { shortenedFailure } from "../short-failure.ts";
import type { Activity, ExecutionState } from "../state.ts";
import type { Transition } from "../transition.ts";
import { activityEnd } from "./activity-end.ts";
import { directiveOf } from "../versioning/effective-version.ts";

type Failure = temporal.api.failure.v1.IFailure;
const { RetryState, TimeoutType } = temporal.api.enums.v1;

/** RETRY_STATE_IN_PROGRESS when the next attempt is set up; nothing is changed otherwise. */
export function retryActivity(
  transition: Transition,
  activity: Activity,
  failure: Failure,
): temporal.api.enums.v1.RetryState {
  const { retryPolicy } = activity;
  if (retryPolicy === undefined) return RetryState.RETRY_STATE_RETRY_POLICY_NOT_SET;
  if (activity.cancelRequestedEventId !== 0) return RetryState.RETRY_STATE_CANCEL_REQUESTED;
  const timeout = failure.timeoutFailureInfo?.timeoutType;
  if (
    timeout === TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_START ||
    timeout === TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_CLOSE
  ) {
    return RetryState.RETRY_STATE_TIMEOUT;
  }
  if (!isRetryable(failure, retryPolicy.nonRetryableErrorTypes)) {
    return RetryState.RETRY_STATE_NON_RETRYABLE_FAILURE;
  }
  if (activity.isPaused) {
    setUpAttempt(transition, activity, failure, 0);
    return RetryState.RETRY_STATE_IN_PROGRESS;
  }
  const delayMs = requestedDelayMs(failure);
  const decision = nextAttempt({
    policy: retryPolicy,
    attempt: activity.attempt,
    now: transition.now,
    expiresAt: activity.scheduleToCloseMs > 0 ? activity.scheduledAt + activity.scheduleToCloseMs : 0,
    delayMs,
    maximumIntervalMs: delayMs ?? retryPolicy.maximumIntervalMs,
  });
  if (decision.delayMs === undefined) return decision.retryState;
  setUpAttempt(transition, activity, failure, decision.delayMs);
  return RetryState.RETRY_STATE_IN_PROGRESS;
}

function setUpAttempt(transition: Transition, activity: Activity, failure: Failure, delayMs: number): void {
  const { now, context } = transition;
  const timeout = failure.timeoutFailureInfo?.timeoutType;
  const outcome = timeout == null ? "attemptFail" : "attemptTimeout";
  transition.activityEnds.push(activityEnd(activity, outcome, timeout));
  activity.attempt += 1;
  activity.stamp += 1;
  activity.attemptScheduledAt = now + delayMs;
  activity.isBackingOff = delayMs > 0;
  activity.startedAt = 0;
  activity.requestId = "";
  activity.identity = "";
  activity.lastHeartbeatAt = 0;
  activity.lastAttemptClosedAt = now;
  if (activity.resetsHeartbeat) activity.heartbeatDetails = undefined;
  activity.isReset = activity.resetsHeartbeat = false;
  activity.lastFailure = failureCodec.encode(
    shortenedFailure(failure, context.limits.failureInStateBytesMax),
  );
  transition.isDurable = true;
  if (delayMs === 0 && !activity.isPaused) offerActivity(transition, activity);
}

/** Whether the next worker that polls may have it. */
export function isOffered({ startedAt, isBackingOff, isPaused, isHeld }: Activity): boolean {
  return startedAt === 0 && !isBackingOff && !isPaused && !isHeld;
}

export function offerActivity(transition: Transition, activity: Activity): void {
  transition.effects.push(activityOffer(transition.state, activity));
}

export function activityOffer(state: ExecutionState, activity: Activity): OfferActivityTask {
  return {
    kind: "offerActivityTask",
    scheduledEventId: activity.scheduledEventId,
    attempt: activity.attempt,
    stamp: activity.stamp,
    taskQueue: activity.taskQueue,
    activityType: activity.activityType,
    scheduledAt: activity.attemptScheduledAt,
    priority: activity.priority,
    directive: directiveOf(state, "activity"),
  };
}
