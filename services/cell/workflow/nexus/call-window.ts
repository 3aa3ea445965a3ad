// How long one call to the handler of a Nexus operation may take, and what the handler is told of the time it has.
import { temporal } from "#contracts";
import type { EpochMs } from "#shared/clock";
import type { Limits } from "../limits.ts";

type TimeoutType = temporal.api.enums.v1.TimeoutType;
const { TimeoutType } = temporal.api.enums.v1;

export interface OperationTimes {
  scheduledAt: EpochMs;
  startedAt: EpochMs;
  scheduleToCloseMs: number;
  scheduleToStartMs: number;
  startToCloseMs: number;
}

export interface CallWindow {
  timeoutMs: number;
  /** Set when too little is left to make the call: the operation runs into this timeout. */
  expired: TimeoutType | undefined;
  /** For the handler: how long the operation may take; undefined when it has no limit. */
  operationTimeoutMs: number | undefined;
}

type WindowLimits = Pick<Limits, "nexusRequestTimeoutMs" | "nexusRequestTimeoutMsMin">;

export function startWindow(times: OperationTimes, now: EpochMs, limits: WindowLimits): CallWindow {
  let timeoutMs = limits.nexusRequestTimeoutMs;
  let type: TimeoutType = TimeoutType.TIMEOUT_TYPE_UNSPECIFIED;
  // The time to start is never longer than the time to close.
  if (times.scheduleToStartMs > 0) {
    timeoutMs = Math.min(timeoutMs, times.scheduledAt + times.scheduleToStartMs - now);
    type = TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_START;
  } else if (times.scheduleToCloseMs > 0) {
    timeoutMs = Math.min(timeoutMs, times.scheduledAt + times.scheduleToCloseMs - now);
    type = TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_CLOSE;
  }
  let operationTimeoutMs = times.startToCloseMs > 0 ? times.startToCloseMs : Number.POSITIVE_INFINITY;
  if (times.scheduleToCloseMs > 0) {
    operationTimeoutMs = Math.min(operationTimeoutMs, times.scheduledAt + times.scheduleToCloseMs - now);
  }
  return {
    timeoutMs,
    expired: timeoutMs < limits.nexusRequestTimeoutMsMin ? type : undefined,
    operationTimeoutMs: Number.isFinite(operationTimeoutMs) ? operationTimeoutMs : undefined,
  };
}

export function cancelWindow(times: OperationTimes, now: EpochMs, limits: WindowLimits): CallWindow {
  let timeoutMs = limits.nexusRequestTimeoutMs;
  let type: TimeoutType = TimeoutType.TIMEOUT_TYPE_UNSPECIFIED;
  if (times.startToCloseMs > 0) {
    timeoutMs = Math.min(timeoutMs, times.startedAt + times.startToCloseMs - now);
    type = TimeoutType.TIMEOUT_TYPE_START_TO_CLOSE;
  }
  if (times.scheduleToCloseMs > 0) {
    timeoutMs = Math.min(timeoutMs, times.scheduledAt + times.scheduleToCloseMs - now);
    type = TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_CLOSE;
  }
  const expired = timeoutMs < limits.nexusRequestTimeoutMsMin ? type : undefined;
  return { timeoutMs, expired, operationTimeoutMs: undefined };
}
