// GetUsage of the Cloud Ops API: usage summaries per UTC day and namespace of the last 90 days.
import { msOfTimestamp, temporal, timestampOfMs } from "#contracts";
import { CloudError } from "#shared/errors";
import { cutPage, readPage } from "#shared/page";
import { readDailyUsage, type DailyPosition, type DailyUsage } from "./daily-usage.ts";
import { readFinalUntil, refreshUsage } from "./final-until.ts";
import type { UsageReader } from "./report-request.ts";
import { DAY_MS, type TimeRange } from "./segments.ts";

type Request = temporal.api.cloud.cloudservice.v1.IGetUsageRequest;
type Response = temporal.api.cloud.cloudservice.v1.IGetUsageResponse;
type Summary = temporal.api.cloud.usage.v1.ISummary;
type Group = temporal.api.cloud.usage.v1.IRecordGroup;

const DAYS_BACK_MAX = 90;
const REFRESH_LIMIT_MS = 1_500;

/** Errors: INVALID_ARGUMENT for bounds that are not midnight in UTC, or further back than 90 days. */
export async function getUsage(reader: UsageReader, request: Request): Promise<Response> {
  const wanted = readPage(request);
  const range = rangeOf(request, reader.now);
  if (range.toMs > reader.now) {
    await refreshUsage(reader.usage, { limitMs: REFRESH_LIMIT_MS, signal: reader.signal });
  }
  const days = await readDailyUsage(reader.usage, {
    accountId: reader.accountId,
    range,
    after: wanted.after === undefined ? undefined : readPosition(wanted.after),
    limit: wanted.size + 1,
  });
  const page = cutPage(days, wanted, (day) => `${day.dayMs} ${day.namespace}`);
  const finalUntil = (await readFinalUntil(reader.usage)) ?? 0;
  return { summaries: summarise(page.rows, finalUntil), nextPageToken: page.nextPageToken };
}

/** One summary per day; a day that a page cuts goes on in the next page. */
function summarise(days: readonly DailyUsage[], finalUntil: number): Summary[] {
  const byDay = new Map<number, Group[]>();
  for (const day of days) {
    const groups = byDay.get(day.dayMs) ?? [];
    groups.push(toGroup(day));
    byDay.set(day.dayMs, groups);
  }
  return [...byDay].map(([dayMs, recordGroups]) => ({
    startTime: timestampOfMs(dayMs),
    endTime: timestampOfMs(dayMs + DAY_MS),
    recordGroups,
    incomplete: finalUntil < dayMs + DAY_MS,
  }));
}

function toGroup(day: DailyUsage): Group {
  const { GroupByKey, RecordType, RecordUnit } = temporal.api.cloud.usage.v1;
  const bytes = RecordUnit.RECORD_UNIT_BYTE_SECONDS;
  return {
    groupBys: [{ key: GroupByKey.GROUP_BY_KEY_NAMESPACE, value: day.namespace }],
    records: [
      {
        type: RecordType.RECORD_TYPE_ACTIONS,
        unit: RecordUnit.RECORD_UNIT_NUMBER,
        value: Number(day.actions),
      },
      {
        type: RecordType.RECORD_TYPE_ACTIVE_STORAGE,
        unit: bytes,
        value: Number(day.activeByteMilliseconds) / 1000,
      },
      {
        type: RecordType.RECORD_TYPE_RETAINED_STORAGE,
        unit: bytes,
        value: Number(day.retainedByteMilliseconds) / 1000,
      },
    ],
  };
}

function rangeOf(request: Request, now: number): TimeRange {
  const today = new Date(now);
  const monthStart = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), 1);
  const nextDay = (Math.floor(now / DAY_MS) + 1) * DAY_MS;
  const fromMs = msOfTimestamp(request.startTimeInclusive) ?? monthStart;
  const toMs = msOfTimestamp(request.endTimeExclusive) ?? nextDay;
  checkMidnight(fromMs, "startTimeInclusive");
  checkMidnight(toMs, "endTimeExclusive");
  if (fromMs >= toMs)
    throw invalid("startTimeInclusive", "start_time_inclusive must be before end_time_exclusive.");
  if (fromMs < nextDay - (DAYS_BACK_MAX + 1) * DAY_MS) {
    throw invalid(
      "startTimeInclusive",
      `start_time_inclusive must be within the last ${DAYS_BACK_MAX} days.`,
    );
  }
  return { fromMs, toMs };
}

function checkMidnight(ms: number, field: string): void {
  if (ms % DAY_MS === 0) return;
  const name = field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  throw invalid(field, `${name} must be midnight in UTC.`);
}

function readPosition(text: string): DailyPosition {
  const [, dayMs, namespace] = /^(\d{1,15}) (.+)$/.exec(text) ?? [];
  if (dayMs !== undefined && namespace !== undefined) return { dayMs: Number(dayMs), namespace };
  throw invalid("pageToken", "page_token is not one that this list gave. Start without a token.");
}

function invalid(field: string, message: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", message, { field });
}
