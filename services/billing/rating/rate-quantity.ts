// The price of a quantity in whole micro-dollars: tier by tier exactly, with one division at the end, rounded down.
import type { Price } from "#billing/prices";

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
