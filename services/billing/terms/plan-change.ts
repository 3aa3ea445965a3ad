// When another plan begins, as published: a larger one at once, with everything it includes in full and its fee by the
// day; any other with the next billing period. Pure.
import type { PriceBook } from "#billing/prices";

export interface PlanChange {
  isAtOnce: boolean;
  effectiveMs: number;
}

/** `nowMs` may be before the period, when a test clock runs ahead. */
export function planChange(
  books: { from: PriceBook; to: PriceBook },
  at: { nowMs: number; period: { startMs: number; endMs: number } },
): PlanChange {
  const isAtOnce = feeOf(books.to) > feeOf(books.from);
  const { startMs, endMs } = at.period;
  // A period that has ended and is still to be closed is over: what begins now is of the next.
  const now = Math.min(Math.max(at.nowMs, startMs), endMs);
  return { isAtOnce, effectiveMs: isAtOnce ? now : endMs };
}

function feeOf({ plan }: PriceBook): bigint {
  return plan?.feeMinimumMicros ?? 0n;
}
