// The fee of a plan for a month: the larger of a minimum and a share of what actions and storage cost. Pure, in micros.
import type { PriceBook } from "#billing/prices";
import { shareOf } from "./basis-points.ts";
import { prorate, WHOLE_MONTH, type PartOfMonth } from "./part-of-month.ts";

/** `earlierMicros` is what earlier plans of the month owe at least. */
export function planFee(
  book: PriceBook,
  spendMicros: bigint,
  month: PartOfMonth = WHOLE_MONTH,
  earlierMicros = 0n,
): bigint {
  if (book.plan === undefined) return earlierMicros;
  const minimum = prorate(book.plan.feeMinimumMicros, month) + earlierMicros;
  const share = shareOf(spendMicros, book.plan.feeBasisPoints);
  return share > minimum ? share : minimum;
}
