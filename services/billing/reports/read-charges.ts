// What an account used in one month, by hour, day or the whole month and by namespace, with the cost of each part: the
// month is rated as its invoice is, so the costs of a month sum to the invoice's lines before rounding (B1).
import { allowanceOf, type BillingTerms } from "#billing/invoices";
import type { Meter } from "#billing/prices";
import { rateUsage } from "#billing/rating";
import type { Pool } from "#shared/postgres";
import {
  DAY_MS,
  HOUR_MS,
  readUsageReport,
  type GroupBy,
  type TimeRange,
  type UsageRow,
} from "#usage/reports";

export type ReportGranularity = "HOURLY" | "DAILY" | "MONTHLY";

export interface Charge {
  period: TimeRange;
  namespace: string;
  meter: Meter;
  /** Actions, or byte-milliseconds. */
  quantity: bigint;
  costMicros: bigint;
}

/** `month` may end before the calendar month does, when that is still going on. */
export async function readCharges(
  ports: { usage: Pool; terms: BillingTerms },
  query: {
    accountId: string;
    month: TimeRange;
    calendarMonth: TimeRange;
    granularity: ReportGranularity;
  },
): Promise<Charge[]> {
  const parts: Omit<Charge, "costMicros">[] = [];
  for (const range of slicesOf(query.month, query.granularity)) {
    const rows = await readUsageReport(ports.usage, {
      accountId: query.accountId,
      range,
      groupBy: GROUPS[query.granularity],
    });
    for (const row of rows) parts.push(...partsOf(row, query));
  }
  const { terms } = ports;
  const { fromMs: startMs, toMs: endMs } = query.calendarMonth;
  const costs = rateUsage(terms.book, parts, allowanceOf(terms, { startMs, endMs }));
  return parts.map((part, index) => ({ ...part, costMicros: costs[index] ?? 0n }));
}

const GROUPS: Record<ReportGranularity, readonly GroupBy[]> = {
  HOURLY: ["namespace", "hour"],
  DAILY: ["namespace", "day"],
  MONTHLY: ["namespace"],
};

/** By the hour, one day at a time: a report of usage has a limit of rows. */
function slicesOf(month: TimeRange, granularity: ReportGranularity): TimeRange[] {
  if (granularity !== "HOURLY") return month.fromMs < month.toMs ? [month] : [];
  const slices: TimeRange[] = [];
  for (let fromMs = month.fromMs; fromMs < month.toMs; fromMs += DAY_MS)
    slices.push({ fromMs, toMs: Math.min(fromMs + DAY_MS, month.toMs) });
  return slices;
}

function partsOf(
  row: UsageRow,
  { month, granularity }: { month: TimeRange; granularity: ReportGranularity },
): Omit<Charge, "costMicros">[] {
  const fromMs = row.periodStartMs ?? month.fromMs;
  const length = { HOURLY: HOUR_MS, DAILY: DAY_MS, MONTHLY: month.toMs - month.fromMs }[granularity];
  const period = { fromMs, toMs: Math.min(fromMs + length, month.toMs) };
  const { namespace } = row;
  const parts = [
    { period, namespace, meter: "actions", quantity: row.actions },
    { period, namespace, meter: "active_storage", quantity: row.activeByteMilliseconds },
    { period, namespace, meter: "retained_storage", quantity: row.retainedByteMilliseconds },
  ] as const;
  return parts.filter(({ quantity }) => quantity > 0n);
}
