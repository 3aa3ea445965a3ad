// An attempt ended without success: it is tried again, held back by a pause or a reset, or there is a reason why not.
import { temporal } from "#contracts";
import { failureCodec, intervalOfAttempt, shortenedFailure } from "../../workflow/index.ts";
import { originalOptions } from "../options/activity-options.ts";
import { STATUS } from "../status.ts";
import type { ActivityState } from "../state.ts";
import type { ActivityTransition } from "../transition.ts";
import { dispatchAt, firstDispatchAt, notBeforeStartDelay } from "./dispatch.ts";

type Failure = temporal.api.failure.v1.IFailure;
type RetryState = temporal.api.enums.v1.RetryState;
const { RetryState } = temporal.api.enums.v1;

export interface EndedAttempt {
  failure: Failure;
  isRetryable: boolean;
  /** What the worker asks for instead of the policy's interval; 0: nothing. */
  requestedDelayMs: number;
}

/** RETRY_STATE_IN_PROGRESS when it goes on; nothing is changed otherwise. */
export function tryAgain(transition: ActivityTransition, ended: EndedAttempt): RetryState {
  const { state } = transition;
  if (state.status === STATUS.resetRequested) {
    startOver(transition, ended.failure);
    return RetryState.RETRY_STATE_IN_PROGRESS;
  }
  if (state.status === STATUS.cancelRequested) return RetryState.RETRY_STATE_CANCEL_REQUESTED;
  if (!ended.isRetryable) return RetryState.RETRY_STATE_NON_RETRYABLE_FAILURE;
  const { maximumAttempts } = state.options.retryPolicy;
  if (maximumAttempts > 0 && state.attempt >= maximumAttempts) {
    return RetryState.RETRY_STATE_MAXIMUM_ATTEMPTS_REACHED;
  }
  const intervalMs =
    ended.requestedDelayMs > 0
      ? ended.requestedDelayMs
      : intervalOfAttempt(state.options.retryPolicy, state.attempt);
  if (!hasTimeFor(state, transition.now + intervalMs)) return RetryState.RETRY_STATE_TIMEOUT;
  state.attempt += 1;
  state.stamp += 1;
  rememberFailure(transition, ended.failure);
  state.retryIntervalMs = intervalMs;
  state.isRetryIntervalGiven = ended.requestedDelayMs > 0;
  if (state.status === STATUS.pauseRequested) {
    transition.become(STATUS.paused);
  } else {
    transition.become(STATUS.scheduled);
    dispatchAt(transition, transition.now + intervalMs);
  }
  return RetryState.RETRY_STATE_IN_PROGRESS;
}

function hasTimeFor(state: ActivityState, at: number): boolean {
  const { scheduleToCloseMs } = state.options;
  return scheduleToCloseMs === 0 || at < firstDispatchAt(state) + scheduleToCloseMs;
}

/** A reset was asked for while the worker had the attempt: now it takes effect, from the first attempt on. */
function startOver(transition: ActivityTransition, failure: Failure): void {
  const { state, now } = transition;
  const pauses = state.resetPauses;
  if (state.resetRestoresOptions) state.options = originalOptions(state);
  if (state.resetClearsHeartbeat) clearHeartbeat(state);
  state.resetPauses = state.resetRestoresOptions = state.resetClearsHeartbeat = false;
  state.attempt = 1;
  state.stamp += 1;
  rememberFailure(transition, failure);
  forgetRetryInterval(state);
  if (pauses) {
    state.dispatchAt = 0;
    transition.become(STATUS.paused);
    return;
  }
  transition.become(STATUS.scheduled);
  dispatchAt(transition, notBeforeStartDelay(state, now));
}

export function clearHeartbeat(state: ActivityState): void {
  state.heartbeatDetails = undefined;
  state.lastHeartbeatAt = 0;
}

export function forgetRetryInterval(state: ActivityState): void {
  state.retryIntervalMs = 0;
  state.isRetryIntervalGiven = false;
}

function rememberFailure({ state, now, context }: ActivityTransition, failure: Failure): void {
  state.lastFailure = failureCodec.encode(shortenedFailure(failure, context.limits.failureInStateBytesMax));
  state.attemptClosedAt = now;
}
