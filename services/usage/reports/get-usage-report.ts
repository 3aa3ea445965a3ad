// GetUsageReport: reads the request, makes sure that what just happened is in, and answers with rows and totals.
import { msOfTimestamp, timestampOfMs, type cloudV1 } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Pool } from "#shared/postgres";
import { readFinalUntil, refreshUsage } from "./final-until.ts";
import { DAY_MS, MINUTE_MS, type TimeRange } from "./segments.ts";
import { GROUP_BY, readUsageReport, type GroupBy, type UsageRow } from "./usage-report.ts";

/** Who asks, and when. */
export interface UsageReader {
  usage: Pool;
  accountId: string;
  now: number;
  signal: AbortSignal;
}

const GROUP_BY_DEFAULT: readonly GroupBy[] = ["namespace", "kind"];
const RANGE_DAYS_MAX = 400;
/** A report that reaches this close to now asks the cells first; one cell that hangs costs this much time. */
const RECENT_MS = 5 * MINUTE_MS;
const REFRESH_LIMIT_MS = 1_500;

/** Errors: INVALID_ARGUMENT naming the field; NOT_FOUND for a namespace of another account. */
export async function getUsageReport(
  reader: UsageReader,
  request: cloudV1.IGetUsageReportRequest,
): Promise<cloudV1.IGetUsageReportResponse> {
  const { rows } = await readRequested(reader, request);
  const finalUntil = await readFinalUntil(reader.usage);
  const sum = (of: (row: UsageRow) => bigint): bigint => rows.reduce((total, row) => total + of(row), 0n);
  return {
    rows: rows.map(toMessage),
    totalActions: Number(sum((row) => row.actions)),
    totalActiveByteSeconds: byteSeconds(sum((row) => row.activeByteMilliseconds)),
    totalRetainedByteSeconds: byteSeconds(sum((row) => row.retainedByteMilliseconds)),
    ...(finalUntil === undefined ? {} : { finalUntil: timestampOfMs(finalUntil) }),
  };
}

/** The rows of a request, and what they are grouped by. */
export async function readRequested(
  reader: UsageReader,
  request: cloudV1.IGetUsageReportRequest,
): Promise<{ rows: UsageRow[]; groupBy: readonly GroupBy[] }> {
  const groupBy = groupByOf(request.groupBy ?? []);
  const range = rangeOf(request, reader.now);
  const namespace = namespaceOf(request.namespace ?? "", reader.accountId);
  if (range.toMs > reader.now - RECENT_MS) {
    await refreshUsage(reader.usage, { limitMs: REFRESH_LIMIT_MS, signal: reader.signal });
  }
  const rows = await readUsageReport(reader.usage, {
    accountId: reader.accountId,
    namespace,
    range,
    groupBy,
  });
  return { rows, groupBy };
}

function groupByOf(names: readonly string[]): readonly GroupBy[] {
  if (names.length === 0) return GROUP_BY_DEFAULT;
  const groupBy = names.map((name) => {
    const known = GROUP_BY.find((each) => each === name);
    if (known === undefined) throw invalid("groupBy", `group_by must be of: ${GROUP_BY.join(", ")}.`);
    return known;
  });
  if (groupBy.includes("hour") && groupBy.includes("day")) {
    throw invalid("groupBy", "group_by takes hour or day, not both.");
  }
  return groupBy;
}

function rangeOf(request: cloudV1.IGetUsageReportRequest, now: number): TimeRange {
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

function namespaceOf(namespace: string, accountId: string): string | undefined {
  if (namespace === "") return undefined;
  if (namespace.endsWith(`.${accountId}`)) return namespace;
  throw new CloudError(
    "NOT_FOUND",
    "There is no namespace of this name in your account. Names look like shop.a1b2c.",
  );
}

function toMessage(row: UsageRow): cloudV1.IUsageRow {
  return {
    namespace: row.namespace,
    kind: row.kind,
    workflowType: row.workflowType,
    taskQueue: row.taskQueue,
    ...(row.periodStartMs === undefined ? {} : { periodStart: timestampOfMs(row.periodStartMs) }),
    actions: Number(row.actions),
    activeByteSeconds: byteSeconds(row.activeByteMilliseconds),
    retainedByteSeconds: byteSeconds(row.retainedByteMilliseconds),
  };
}

/** Whole byte-seconds, rounded down; bills are made from the byte-milliseconds. */
export function byteSeconds(byteMilliseconds: bigint): string {
  return String(byteMilliseconds / 1000n);
}

function invalid(field: string, message: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", message, { field });
}
