// Whether an error of a handler says itself that it is worth another try, in the field that Temporal's failures have for it.
import { temporal } from "#contracts";

type RetryBehavior = temporal.api.enums.v1.NexusHandlerErrorRetryBehavior;
const { NexusHandlerErrorRetryBehavior: RetryBehavior } = temporal.api.enums.v1;

/** Anything but true and false: the error's type says it. */
export function retryBehaviorOf(isRetryable: boolean | undefined): RetryBehavior {
  if (isRetryable === true) return RetryBehavior.NEXUS_HANDLER_ERROR_RETRY_BEHAVIOR_RETRYABLE;
  if (isRetryable === false) return RetryBehavior.NEXUS_HANDLER_ERROR_RETRY_BEHAVIOR_NON_RETRYABLE;
  return RetryBehavior.NEXUS_HANDLER_ERROR_RETRY_BEHAVIOR_UNSPECIFIED;
}

/** Undefined when the error's type says it. */
export function isRetryableBy(behavior: RetryBehavior | null | undefined): boolean | undefined {
  if (behavior === RetryBehavior.NEXUS_HANDLER_ERROR_RETRY_BEHAVIOR_RETRYABLE) return true;
  if (behavior === RetryBehavior.NEXUS_HANDLER_ERROR_RETRY_BEHAVIOR_NON_RETRYABLE) return false;
  return undefined;
}
