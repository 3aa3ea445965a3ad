// What a billing report may be asked for: whole calendar months in UTC, how far back by granularity. Pure.
import { msOfDuration, msOfTimestamp, type temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import { GRANULARITIES, PUBLIC_GRANULARITY, type Granularity } from "./billing-report.ts";

export interface ReportInput {
  startMs: number;
  endMs: number;
  granularity: Granularity;
  description: string;
  linkSeconds: number;
}

/** Months before the current one. */
const MONTHS_BACK = { HOURLY: 1, DAILY: 2, MONTHLY: 11 } as const satisfies Record<Granularity, number>;
const LINK_SECONDS_DEFAULT = 5 * 60;
const LINK_SECONDS_MAX = 3_600;
const DESCRIPTION_LENGTH_MAX = 255;

/** Errors: INVALID_ARGUMENT naming the field and the rule. */
export function readReportSpec(
  spec: temporal.api.cloud.billing.v1.IBillingReportSpec | null | undefined,
  now: number,
): ReportInput {
  if (spec == null) throw invalid("", "spec is required.");
  const granularity = readGranularity(spec.granularity ?? 0);
  const startMs = readMonth(msOfTimestamp(spec.startTimeInclusive), "startTimeInclusive");
  const endMs = readMonth(msOfTimestamp(spec.endTimeExclusive), "endTimeExclusive");
  if (startMs >= endMs)
    throw invalid("startTimeInclusive", "start_time_inclusive must be before end_time_exclusive.");
  const oldest = monthStart(now, -MONTHS_BACK[granularity]);
  if (startMs < oldest) {
    throw invalid(
      "startTimeInclusive",
      `A report by ${granularity.toLowerCase()} values begins with ${new Date(oldest).toISOString().slice(0, 10)} at the earliest.`,
    );
  }
  if (endMs > monthStart(now, 1))
    throw invalid("endTimeExclusive", "end_time_exclusive must not be after the end of the current month.");
  return {
    startMs,
    endMs,
    granularity,
    description: readDescription(spec.description ?? ""),
    linkSeconds: readLinkSeconds(msOfDuration(spec.downloadUrlExpirationDuration)),
  };
}

/** Midnight in UTC on the first day of the month `months` after that of `now`. */
export function monthStart(now: number, months: number): number {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
}

function readGranularity(value: number): Granularity {
  if (value === 0) return "HOURLY";
  const known = GRANULARITIES.find((name) => PUBLIC_GRANULARITY[name] === value);
  if (known !== undefined) return known;
  throw invalid("granularity", "granularity must be hourly, daily or monthly.");
}

function readMonth(ms: number | undefined, field: string): number {
  if (ms !== undefined && ms >= 0 && Number.isSafeInteger(ms) && monthStart(ms, 0) === ms) return ms;
  throw invalid(field, `${field} must be midnight in UTC on the first day of a month.`);
}

function readDescription(text: string): string {
  if (text.length <= DESCRIPTION_LENGTH_MAX && !/\p{Cc}/u.test(text)) return text;
  throw invalid(
    "description",
    `description must have at most ${DESCRIPTION_LENGTH_MAX} printable characters.`,
  );
}

function readLinkSeconds(ms: number | undefined): number {
  if (ms === undefined || ms === 0) return LINK_SECONDS_DEFAULT;
  const seconds = ms / 1_000;
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= LINK_SECONDS_MAX) return seconds;
  throw invalid(
    "downloadUrlExpirationDuration",
    `download_url_expiration_duration must be whole seconds, at most ${LINK_SECONDS_MAX}.`,
  );
}

function invalid(field: string, message: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", message, { field: field === "" ? "spec" : `spec.${field}` });
}
