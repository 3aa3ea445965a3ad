// One of a standalone activity's four timeouts has come.
import { temporal } from "#contracts";
import { failureCodec, payloadsCodec, timeoutName } from "../../workflow/index.ts";
import { STATUS } from "../status.ts";
import type { ActivityState } from "../state.ts";
import type { ActivityTransition } from "../transition.ts";
import { closeWithFailure } from "./close-activity.ts";
import { tryAgain } from "./end-attempt.ts";

type TimeoutType = temporal.api.enums.v1.TimeoutType;
type Failure = temporal.api.failure.v1.IFailure;
const { RetryState, TimeoutType } = temporal.api.enums.v1;

const NO_TIME_LEFT =
  "Not enough time to schedule next retry before activity ScheduleToClose timeout, giving up retrying";

export function timeOut(transition: ActivityTransition, timeoutType: TimeoutType): void {
  const { state } = transition;
  const isOfAttempt =
    timeoutType === TimeoutType.TIMEOUT_TYPE_START_TO_CLOSE ||
    timeoutType === TimeoutType.TIMEOUT_TYPE_HEARTBEAT;
  if (!isOfAttempt) {
    const isCanceling = state.status === STATUS.cancelRequested;
    const retryState =
      isCanceling && timeoutType === TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_CLOSE
        ? RetryState.RETRY_STATE_CANCEL_REQUESTED
        : RetryState.RETRY_STATE_TIMEOUT;
    close(transition, finalFailure(state, timeoutType), retryState);
    return;
  }
  const name = `TemporalTimeout:${timeoutName(timeoutType)}`;
  const isRetryable = !state.options.retryPolicy.nonRetryableErrorTypes.includes(name);
  const failure = timeoutFailure(timeoutType);
  const retryState = tryAgain(transition, { failure, isRetryable, requestedDelayMs: 0 });
  if (retryState === RetryState.RETRY_STATE_IN_PROGRESS) return;
  if (retryState === RetryState.RETRY_STATE_TIMEOUT) {
    // There is no time for another attempt: the activity as a whole ran out of it.
    const outOfTime = finalFailure(state, TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_CLOSE, NO_TIME_LEFT);
    const lastFailure = failureCodec.encode(finalFailure(state, timeoutType));
    close(transition, outOfTime, retryState);
    state.lastFailure = lastFailure;
    state.attemptClosedAt = transition.now;
    return;
  }
  close(transition, finalFailure(state, timeoutType), retryState, true);
}

function close(
  transition: ActivityTransition,
  failure: Failure,
  retryState: temporal.api.enums.v1.RetryState,
  isOfAttempt = false,
): void {
  closeWithFailure(transition, { status: STATUS.timedOut, failure, retryState, isOfAttempt });
}

function timeoutFailure(timeoutType: TimeoutType, message?: string): Failure {
  return {
    message: message ?? `activity ${timeoutName(timeoutType)} timeout`,
    timeoutFailureInfo: { timeoutType },
  };
}

/** With the last heartbeat and what the attempt before failed with. */
function finalFailure(state: ActivityState, timeoutType: TimeoutType, message?: string): Failure {
  const failure = timeoutFailure(timeoutType, message);
  const { heartbeatDetails, lastFailure } = state;
  if (failure.timeoutFailureInfo != null && heartbeatDetails !== undefined) {
    failure.timeoutFailureInfo.lastHeartbeatDetails = payloadsCodec.decode(heartbeatDetails);
  }
  if (lastFailure !== undefined) failure.cause = failureCodec.decode(lastFailure);
  return failure;
}
