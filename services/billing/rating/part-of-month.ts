// The part of a month that counts, in whole days: a plan that begins or ends within a month owes, and includes, that part.

export interface PartOfMonth {
  days: bigint;
  ofDays: bigint;
}

export const WHOLE_MONTH: PartOfMonth = { days: 1n, ofDays: 1n };

/** Rounded down, so that parts of one month never sum to more than the whole. */
export function prorate(amount: bigint, part: PartOfMonth): bigint {
  return (amount * part.days) / part.ofDays;
}

const DAY_MS = 86_400_000;

/** The days of `period` from `fromMs` on; a day that has begun counts whole. */
export function partOfMonth(period: { startMs: number; endMs: number }, fromMs: number): PartOfMonth {
  const dayOf = (ms: number): number => Math.floor(ms / DAY_MS);
  const from = Math.min(Math.max(fromMs, period.startMs), period.endMs);
  return {
    days: BigInt(dayOf(period.endMs) - dayOf(from)),
    ofDays: BigInt(dayOf(period.endMs) - dayOf(period.startMs)),
  };
}
