// A worker confirms that it canceled its attempt, which somebody must have asked for.
import type { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import { closeWithFailure } from "../attempts/close-activity.ts";
import { requireAttempt } from "../attempts/find-attempt.ts";
import type { ActivityCommandOf } from "../command.ts";
import { STATUS } from "../status.ts";
import type { ActivityTransition } from "../transition.ts";

export function confirmCancel(
  transition: ActivityTransition,
  command: ActivityCommandOf<"confirmCancel">,
): undefined {
  const { state } = transition;
  requireAttempt(state, command.ref);
  if (state.status !== STATUS.cancelRequested) {
    throw new CloudError(
      "INVALID_ARGUMENT",
      "unable to mark activity as canceled without activity being request canceled first",
    );
  }
  cancelActivity(transition, command.details);
  return undefined;
}

export function cancelActivity(
  transition: ActivityTransition,
  details: temporal.api.common.v1.IPayloads | null | undefined,
): void {
  closeWithFailure(transition, {
    status: STATUS.canceled,
    failure: {
      message: "Activity canceled",
      canceledFailureInfo: { details: details ?? null, identity: transition.state.cancelIdentity },
    },
  });
}
