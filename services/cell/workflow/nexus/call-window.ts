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
}

export interface StartWindow extends CallWindow {
  /** For the handler: how long the operation may take; undefined when it has no limit. */
  operationTimeoutMs: number | undefined;
}

interface Bound {
  from: EpochMs;
  /** 0: unset. */
  spanMs: number;
  type: TimeoutType;
}

type WindowLimits = Pick<Limits, "nexusRequestTimeoutMs" | "nexusRequestTimeoutMsMin">;

export function startWindow(times: OperationTimes, now: EpochMs, limits: WindowLimits): StartWindow {
  const toStart = {
    from: times.scheduledAt,
    spanMs: times.scheduleToStartMs,
    type: TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_START,
  };
  const toClose = closeBound(times);
  let operationTimeoutMs = times.startToCloseMs > 0 ? times.startToCloseMs : Number.POSITIVE_INFINITY;
  if (toClose.spanMs > 0) operationTimeoutMs = Math.min(operationTimeoutMs, leftOf(toClose, now));
  return {
    // The time to start is never longer than the time to close.
    ...windowWithin([toStart.spanMs > 0 ? toStart : toClose], now, limits),
    operationTimeoutMs: Number.isFinite(operationTimeoutMs) ? operationTimeoutMs : undefined,
  };
}

export function cancelWindow(times: OperationTimes, now: EpochMs, limits: WindowLimits): CallWindow {
  const sinceStart = {
    from: times.startedAt,
    spanMs: times.startToCloseMs,
    type: TimeoutType.TIMEOUT_TYPE_START_TO_CLOSE,
  };
  return windowWithin([sinceStart, closeBound(times)], now, limits);
}

function closeBound({ scheduledAt, scheduleToCloseMs }: OperationTimes): Bound {
  return {
    from: scheduledAt,
    spanMs: scheduleToCloseMs,
    type: TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_CLOSE,
  };
}

/** Within every bound that is set; when too little is left, the last of them is named. */
function windowWithin(bounds: readonly Bound[], now: EpochMs, limits: WindowLimits): CallWindow {
  const set = bounds.filter(({ spanMs }) => spanMs > 0);
  const timeoutMs = Math.min(limits.nexusRequestTimeoutMs, ...set.map((bound) => leftOf(bound, now)));
  const type = set.at(-1)?.type ?? TimeoutType.TIMEOUT_TYPE_UNSPECIFIED;
  return { timeoutMs, expired: timeoutMs < limits.nexusRequestTimeoutMsMin ? type : undefined };
}

function leftOf({ from, spanMs }: Bound, now: EpochMs): number {
  return from + spanMs - now;
}
