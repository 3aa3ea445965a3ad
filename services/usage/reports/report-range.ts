// The time that a report covers: two moments, or a calendar month in UTC. Pure.
import { msOfTimestamp, type google } from "#contracts";
import { CloudError } from "#shared/errors";
import { DAY_MS, MINUTE_MS, type TimeRange } from "./segments.ts";

export const RANGE_DAYS_MAX = 400;

export interface RangeRequest {
  startTimeInclusive?: google.protobuf.ITimestamp | null;
  endTimeExclusive?: google.protobuf.ITimestamp | null;
  /** "2026-11" */
  month?: string | null;
}

/** The current month so far unless the request says another. Errors: INVALID_ARGUMENT naming the field and the rule. */
export function rangeOf(request: RangeRequest, now: number): TimeRange {
  const month = request.month ?? "";
  if (month !== "") {
    if (request.startTimeInclusive != null || request.endTimeExclusive != null) {
      throw invalid("month", "month is given instead of start_time_inclusive and end_time_exclusive.");
    }
    return rangeOfMonth(month, now);
  }
  const today = new Date(now);
  const monthStart = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), 1);
  const toMs = msOfTimestamp(request.endTimeExclusive) ?? Math.floor(now / MINUTE_MS + 1) * MINUTE_MS;
  const fromMs = msOfTimestamp(request.startTimeInclusive) ?? Math.min(monthStart, toMs);
  if (fromMs % MINUTE_MS !== 0)
    throw invalid("startTimeInclusive", "start_time_inclusive must be a whole minute.");
  if (toMs % MINUTE_MS !== 0) throw invalid("endTimeExclusive", "end_time_exclusive must be a whole minute.");
  if (fromMs >= toMs) {
    throw invalid("startTimeInclusive", "start_time_inclusive must be before end_time_exclusive.");
  }
  if (toMs - fromMs > RANGE_DAYS_MAX * DAY_MS) {
    throw invalid("startTimeInclusive", `A report covers at most ${RANGE_DAYS_MAX} days.`);
  }
  return { fromMs, toMs };
}

function rangeOfMonth(month: string, now: number): TimeRange {
  const [, year, number] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month) ?? [];
  if (year === undefined || number === undefined) {
    throw invalid("month", "month must look like 2026-11: a year and a month from 01 to 12.");
  }
  const fromMs = Date.UTC(Number(year), Number(number) - 1, 1);
  if (fromMs > now) throw invalid("month", "month must not be in the future.");
  return { fromMs, toMs: Date.UTC(Number(year), Number(number), 1) };
}

function invalid(field: string, message: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", message, { field });
}
