// Retry policies of activities and workflows: defaults, checks and the next delay.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Limits } from "./limits.ts";
import type { RetryPolicy } from "./state.ts";
import { durationOf, msOf } from "./wire-numbers.ts";

type PolicyMessage = temporal.api.common.v1.IRetryPolicy;
type Failure = temporal.api.failure.v1.IFailure;
const { RetryState, TimeoutType } = temporal.api.enums.v1;

const TIMEOUT_PREFIX = "TemporalTimeout:";
const TIMEOUT_NAMES = new Set(["StartToClose", "ScheduleToStart", "ScheduleToClose", "Heartbeat"]);

export function retryPolicyOf(message: PolicyMessage | null | undefined): RetryPolicy | undefined {
  if (message == null) return undefined;
  return {
    initialIntervalMs: msOf(message.initialInterval),
    backoffCoefficient: message.backoffCoefficient ?? 0,
    maximumIntervalMs: msOf(message.maximumInterval),
    maximumAttempts: message.maximumAttempts ?? 0,
    nonRetryableErrorTypes: message.nonRetryableErrorTypes ?? [],
  };
}

export function messageOfRetryPolicy(policy: RetryPolicy): PolicyMessage {
  return {
    initialInterval: durationOf(policy.initialIntervalMs),
    backoffCoefficient: policy.backoffCoefficient,
    maximumInterval: durationOf(policy.maximumIntervalMs),
    maximumAttempts: policy.maximumAttempts,
    nonRetryableErrorTypes: policy.nonRetryableErrorTypes,
  };
}

type RetryDefaults = Pick<
  Limits,
  "retryInitialIntervalMs" | "retryBackoffCoefficient" | "retryMaxIntervalMultiple"
>;

export function withRetryDefaults(policy: PolicyMessage, limits: RetryDefaults): PolicyMessage {
  const initialIntervalMs = msOf(policy.initialInterval) || limits.retryInitialIntervalMs;
  const maximumIntervalMs =
    msOf(policy.maximumInterval) || initialIntervalMs * limits.retryMaxIntervalMultiple;
  return {
    initialInterval: durationOf(initialIntervalMs),
    backoffCoefficient: policy.backoffCoefficient || limits.retryBackoffCoefficient,
    maximumInterval: durationOf(maximumIntervalMs),
    maximumAttempts: policy.maximumAttempts ?? 0,
    nonRetryableErrorTypes: policy.nonRetryableErrorTypes ?? [],
  };
}

/** What is wrong with a policy, or undefined. */
export function problemOfRetryPolicy(policy: PolicyMessage | null | undefined): string | undefined {
  if (policy == null || policy.maximumAttempts === 1) return undefined;
  if (msOf(policy.initialInterval) < 0)
    return "invalid InitialInterval set on retry policy: negative duration";
  if ((policy.backoffCoefficient ?? 0) < 1)
    return "BackoffCoefficient cannot be less than 1 on retry policy.";
  const maximumMs = msOf(policy.maximumInterval);
  if (maximumMs < 0) return "invalid MaximumInterval set on retry policy: negative duration";
  if (maximumMs > 0 && maximumMs < msOf(policy.initialInterval)) {
    return "MaximumInterval cannot be less than InitialInterval on retry policy.";
  }
  if ((policy.maximumAttempts ?? 0) < 0) return "MaximumAttempts cannot be negative on retry policy.";
  for (const type of policy.nonRetryableErrorTypes ?? []) {
    const timeout = type.startsWith(TIMEOUT_PREFIX) ? type.slice(TIMEOUT_PREFIX.length) : undefined;
    if (timeout !== undefined && !TIMEOUT_NAMES.has(timeout))
      return `Invalid timeout type value: ${timeout}.`;
  }
  return undefined;
}

export function checkRetryPolicy(policy: PolicyMessage | null | undefined): void {
  const problem = problemOfRetryPolicy(policy);
  if (problem !== undefined) throw new CloudError("INVALID_ARGUMENT", problem);
}

export function isRetryable(failure: Failure | null | undefined, nonRetryableTypes: string[]): boolean {
  if (failure == null) return true;
  if (failure.terminatedFailureInfo != null || failure.canceledFailureInfo != null) return false;
  const timeout = failure.timeoutFailureInfo;
  if (timeout != null) {
    const name = timeoutName(timeout.timeoutType ?? 0);
    if (name !== "StartToClose" && name !== "Heartbeat") return false;
    return !nonRetryableTypes.includes(TIMEOUT_PREFIX + name);
  }
  if (failure.serverFailureInfo != null) return failure.serverFailureInfo.nonRetryable !== true;
  const application = failure.applicationFailureInfo;
  if (application == null) return true;
  return application.nonRetryable !== true && !nonRetryableTypes.includes(application.type ?? "");
}

export function timeoutName(type: temporal.api.enums.v1.TimeoutType): string {
  switch (type) {
    case TimeoutType.TIMEOUT_TYPE_START_TO_CLOSE:
      return "StartToClose";
    case TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_START:
      return "ScheduleToStart";
    case TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_CLOSE:
      return "ScheduleToClose";
    case TimeoutType.TIMEOUT_TYPE_HEARTBEAT:
      return "Heartbeat";
    default:
      return "Unspecified";
  }
}

/** A delay the failure itself asks for, or undefined. */
export function requestedDelayMs(failure: Failure | null | undefined): number | undefined {
  const delay = failure?.applicationFailureInfo?.nextRetryDelay;
  return delay == null ? undefined : msOf(delay);
}

export type RetryDecision =
  { delayMs: number } | { delayMs: undefined; retryState: temporal.api.enums.v1.RetryState };

export interface RetryQuestion {
  policy: RetryPolicy;
  attempt: number;
  now: number;
  /** 0: never. */
  expiresAt: number;
  /** Overrides the policy's own interval. */
  delayMs: number | undefined;
  /** 0: no cap. */
  maximumIntervalMs: number;
}

/** Whether there is time and a right to another attempt, and after which delay. */
export function nextAttempt(question: RetryQuestion): RetryDecision {
  const { policy, attempt } = question;
  if (policy.maximumAttempts > 0 && attempt >= policy.maximumAttempts) {
    return { delayMs: undefined, retryState: RetryState.RETRY_STATE_MAXIMUM_ATTEMPTS_REACHED };
  }
  let delayMs =
    question.delayMs ??
    policy.initialIntervalMs * Math.pow(policy.backoffCoefficient, Math.max(attempt, 1) - 1);
  const { maximumIntervalMs } = question;
  if (
    question.delayMs === undefined &&
    maximumIntervalMs === 0 &&
    !(delayMs > 0 && Number.isFinite(delayMs))
  ) {
    return { delayMs: undefined, retryState: RetryState.RETRY_STATE_TIMEOUT };
  }
  if (maximumIntervalMs > 0 && !(delayMs > 0 && delayMs <= maximumIntervalMs)) delayMs = maximumIntervalMs;
  if (question.expiresAt > 0 && question.now + delayMs > question.expiresAt) {
    return { delayMs: undefined, retryState: RetryState.RETRY_STATE_TIMEOUT };
  }
  return { delayMs };
}

const INTERVAL_MS_MAX = 100 * 365 * 86_400_000;

/** How long the policy waits after an attempt. */
export function intervalOfAttempt(policy: RetryPolicy, attempt: number): number {
  const { initialIntervalMs, backoffCoefficient, maximumIntervalMs } = policy;
  const intervalMs = initialIntervalMs * Math.pow(backoffCoefficient, Math.max(attempt, 1) - 1);
  return Math.min(intervalMs, maximumIntervalMs > 0 ? maximumIntervalMs : INTERVAL_MS_MAX);
}
