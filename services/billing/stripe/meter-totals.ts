// Totals of meters per window: what Stripe is told about a period, and what it says it knows. Pure but for the reading.
import { METERS, type Meter, type Price } from "#billing/prices";
import type { StripeClient } from "./stripe-client.ts";
import { SCALE } from "./ensure-meters.ts";

const DAY_MS = 86_400_000;
const PAGE = 100;
/** Stripe takes whole numbers of at most 15 digits. */
const VALUE_MAX = 10n ** 15n - 1n;

export interface MeterTotal {
  meter: Meter;
  /** The beginning of its day. */
  windowMs: number;
  /** Millionths of what the price is for. */
  value: bigint;
}

export interface Billed {
  dayMs: number;
  meter: Meter;
  quantity: bigint;
}

/**
 * The absolute total of each day with usage, scaled. What scaling cuts off a day is carried to the next, so that the sum
 * is that of the whole; usage of days before `fromMs` (late, or too old to be taken) is counted on the first day.
 */
export function windowTotals(
  prices: readonly Price[],
  days: readonly Billed[],
  range: { fromMs: number; toMs: number },
): MeterTotal[] {
  return prices.flatMap((price) => {
    const byWindow = new Map<number, bigint>();
    for (const { meter, dayMs, quantity } of days) {
      if (meter !== price.meter) continue;
      const windowMs = Math.min(Math.max(dayMs, range.fromMs), range.toMs - DAY_MS);
      byWindow.set(windowMs, (byWindow.get(windowMs) ?? 0n) + quantity);
    }
    let used = 0n;
    let sent = 0n;
    return [...byWindow]
      .sort(([a], [b]) => a - b)
      .map(([windowMs, quantity]) => {
        used += quantity;
        const value = (used * SCALE) / price.per - sent;
        sent += value;
        if (value > VALUE_MAX) throw new Error(`a day of ${price.meter} is too much for one meter event`);
        return { meter: price.meter, windowMs, value };
      });
  });
}

/** What Stripe has of a customer's meters, by day. It may still be working on what was sent last. */
export async function readMeterTotals(
  stripe: StripeClient,
  meters: ReadonlyMap<Meter, string>,
  wanted: { stripeCustomerId: string; fromMs: number; toMs: number },
): Promise<MeterTotal[]> {
  const totals: MeterTotal[] = [];
  for (const meter of METERS) {
    const listed = stripe.billing.meters.listEventSummaries(meters.get(meter) ?? "", {
      customer: wanted.stripeCustomerId,
      start_time: wanted.fromMs / 1000,
      end_time: wanted.toMs / 1000,
      value_grouping_window: "day",
      limit: PAGE,
    });
    for await (const summary of listed) {
      totals.push({ meter, windowMs: summary.start_time * 1000, value: BigInt(summary.aggregated_value) });
    }
  }
  return totals.sort((a, b) => a.windowMs - b.windowMs);
}
