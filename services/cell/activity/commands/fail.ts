// An attempt failed: it is tried again, or the activity fails.
import { temporal } from "#contracts";
import { failureCodec, isRetryable, payloadsCodec, requestedDelayMs } from "../../workflow/index.ts";
import { closeWithFailure } from "../attempts/close-activity.ts";
import { tryAgain } from "../attempts/end-attempt.ts";
import { requireAttempt } from "../attempts/find-attempt.ts";
import type { ActivityCommandOf } from "../command.ts";
import { STATUS } from "../status.ts";
import type { ActivityTransition } from "../transition.ts";

type Failure = temporal.api.failure.v1.IFailure;
const { RETRY_STATE_IN_PROGRESS } = temporal.api.enums.v1.RetryState;

/** A closed activity always tells why: without a failure a caller could not tell it from one that still runs. */
const NO_FAILURE: Failure = { message: "activity task failed without failure details" };

export function fail(transition: ActivityTransition, command: ActivityCommandOf<"fail">): undefined {
  const { state, now, context } = transition;
  requireAttempt(state, command.ref);
  if (command.lastHeartbeatDetails != null) {
    state.heartbeatDetails = payloadsCodec.encode(command.lastHeartbeatDetails);
    state.lastHeartbeatAt = now;
    state.heartbeatCount += 1;
    transition.changed();
  }
  const { failure } = command;
  const isTooLarge = failure != null && failureCodec.encode(failure).length > context.limits.blobBytesMax;
  failAttempt(
    transition,
    isTooLarge ? serverFailure("Failure exceeds size limit.") : (failure ?? undefined),
    command.identity,
  );
  return undefined;
}

export function serverFailure(message: string): Failure {
  return { message, serverFailureInfo: { nonRetryable: true } };
}

export function failAttempt(
  transition: ActivityTransition,
  failure: Failure | undefined,
  identity: string,
): void {
  const { state } = transition;
  const { nonRetryableErrorTypes } = state.options.retryPolicy;
  const retryState = tryAgain(transition, {
    failure: failure ?? {},
    isRetryable: isRetryable(failure, nonRetryableErrorTypes),
    requestedDelayMs: requestedDelayMs(failure) ?? 0,
  });
  if (retryState === RETRY_STATE_IN_PROGRESS) return;
  state.workerIdentity = identity;
  closeWithFailure(transition, {
    status: STATUS.failed,
    failure: failure ?? NO_FAILURE,
    retryState,
    isOfAttempt: true,
  });
}
