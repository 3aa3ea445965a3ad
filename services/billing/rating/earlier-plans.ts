// What the plans of a month owe that were in force before its last one: each its days' part of its minimum. Pure, in micros.
import type { PriceBook } from "#billing/prices";
import { partOfMonth, prorate } from "./part-of-month.ts";

export interface EarlierPlan {
  book: PriceBook;
  fromMs: number;
}

/** `plans` are in order of time; `untilMs` is when the plan after the last of them began. A day that has begun is the newer's. */
export function earlierMinimums(
  plans: readonly EarlierPlan[],
  untilMs: number,
  period: { startMs: number; endMs: number },
): bigint {
  const starts = [...plans.map(({ fromMs }) => fromMs), untilMs].map((ms) => partOfMonth(period, ms));
  return plans.reduce((sum, { book }, index) => {
    const [from, until] = [starts[index], starts[index + 1]];
    if (from === undefined || until === undefined || book.plan === undefined) return sum;
    const part = { days: from.days - until.days, ofDays: from.ofDays };
    return sum + prorate(book.plan.feeMinimumMicros, part);
  }, 0n);
}
