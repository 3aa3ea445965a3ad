// Closes a standalone activity with its outcome (C2: at most once, because nothing leaves a closed state).
import type { temporal } from "#contracts";
import { failureCodec } from "../../workflow/index.ts";
import type { Status } from "../status.ts";
import type { ActivityTransition } from "../transition.ts";
import { forgetRetryInterval } from "./end-attempt.ts";

export interface Ending {
  status: Status;
  failure: temporal.api.failure.v1.IFailure;
  retryState?: temporal.api.enums.v1.RetryState;
  /** The last attempt ended with this failure. */
  isOfAttempt?: boolean;
}

export function closeWithFailure(transition: ActivityTransition, ending: Ending): void {
  const { state, now } = transition;
  state.failure = failureCodec.encode(ending.failure);
  state.retryState = ending.retryState ?? 0;
  if (ending.isOfAttempt === true) {
    state.lastFailure = state.failure;
    state.attemptClosedAt = now;
    forgetRetryInterval(state);
  }
  transition.become(ending.status);
}
