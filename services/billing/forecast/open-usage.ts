// The usage of an open period that is on no invoice yet. A test clock ends periods before their time: what is used from
// then on is of the next period, although its days are before it.
import { readAdjustments, readBilledUsage, unbilledUsage } from "#billing/invoices";
import type { Pool } from "#shared/postgres";
import { DAY_MS, type MeteredUsage } from "#usage/reports";

export interface OpenPeriod {
  startMs: number;
  endMs: number;
  /** Undefined for an account without billing. */
  usageFromMs?: number;
}

/** The first day whose usage may be of the period. */
export function firstDayOf({ startMs, usageFromMs = startMs }: OpenPeriod): number {
  return Math.floor(Math.min(startMs, usageFromMs) / DAY_MS) * DAY_MS;
}

/** `metered` is all usage from `firstDayOf` on, or from before it. */
export async function openUsage(
  billing: Pool,
  accountId: string,
  { period, metered }: { period: OpenPeriod; metered: readonly MeteredUsage[] },
): Promise<readonly MeteredUsage[]> {
  const fromMs = firstDayOf(period);
  const known = metered.filter(({ dayMs }) => dayMs >= fromMs && dayMs < period.endMs);
  if (fromMs >= period.startMs) return known;
  const billed = await readBilledUsage(billing, accountId, fromMs);
  const adjusted = await readAdjustments(billing, accountId, fromMs);
  return unbilledUsage(known, [...billed, ...adjusted], period.startMs);
}
