// The price of a quantity in whole micros: tier by tier exactly, with one division at the end, rounded down.
import type { Meter, Price, PriceBook } from "#billing/prices";
import { prorate, WHOLE_MONTH, type PartOfMonth } from "./part-of-month.ts";

export function rateQuantity(price: Price, quantity: bigint): bigint {
  let scaled = 0n;
  let reached = 0n;
  for (const tier of price.tiers) {
    const top = tier.upTo === undefined || tier.upTo > quantity ? quantity : tier.upTo;
    if (top > reached) scaled += (top - reached) * tier.micros;
    reached = top > reached ? top : reached;
  }
  return scaled / price.per;
}

/** What is left to pay for: what the plan includes is taken off first. */
export function chargeableQuantity(
  book: PriceBook,
  used: { meter: Meter; quantity: bigint },
  part: PartOfMonth = WHOLE_MONTH,
): bigint {
  const included = prorate(book.plan?.included[used.meter] ?? 0n, part);
  return used.quantity > included ? used.quantity - included : 0n;
}
