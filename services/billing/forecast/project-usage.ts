// What an account will use if it goes on as in the last four weeks: by meter, for some days. Pure; whole units, rounded
// down, so that a guess never looks more exact than it is.
import { METERS, type Meter } from "#billing/prices";

export interface DailyUsage {
  dayMs: number;
  meter: Meter;
  quantity: bigint;
}

export interface ProjectedUsage {
  meter: Meter;
  quantity: bigint;
}

const DAY_MS = 86_400_000;
const DAYS_LOOKED_BACK = 28;

/** By the complete days before `todayMs`, from the first with usage on; a day that has begun is none of them. */
export function projectUsage(
  usage: readonly DailyUsage[],
  { todayMs, days }: { todayMs: number; days: number },
): ProjectedUsage[] {
  const known = usage.filter(({ dayMs }) => dayMs < todayMs && dayMs >= todayMs - DAYS_LOOKED_BACK * DAY_MS);
  const firstMs = known.reduce((first, { dayMs }) => Math.min(first, dayMs), todayMs);
  const daysKnown = BigInt(Math.round((todayMs - firstMs) / DAY_MS));
  return METERS.map((meter) => {
    const sum = known.reduce((total, each) => (each.meter === meter ? total + each.quantity : total), 0n);
    return { meter, quantity: daysKnown === 0n ? 0n : (sum * BigInt(Math.max(days, 0))) / daysKnown };
  });
}
