// Rates usage as it comes, in constant memory: each part costs what the account's whole quantity costs with it, less what
// it cost without it. So the parts of a period sum to its price exactly, however many there are, and what a plan includes
// and the tiers are used up in the order of the parts. Pure, in whole micros.
import type { Meter, Price, PriceBook } from "#billing/prices";
import { prorate, WHOLE_MONTH, type PartOfMonth } from "./part-of-month.ts";
import { rateQuantity } from "./rate-quantity.ts";

/** What one part uses of one tier. */
export interface TierPart {
  price: Price;
  /** From 0; undefined for what the plan includes. */
  tier: number | undefined;
  quantity: bigint;
  costMicros: bigint;
}

export class CumulativeRating {
  readonly #prices: ReadonlyMap<Meter, Price>;
  /** Of each meter: what is left of what the plan includes. */
  readonly #included = new Map<Meter, bigint>();
  /** Of each meter: what was charged for so far. */
  readonly #reached = new Map<Meter, bigint>();

  constructor(book: PriceBook, month: PartOfMonth = WHOLE_MONTH) {
    this.#prices = new Map(book.prices.map((price) => [price.meter, price]));
    for (const { meter } of book.prices)
      this.#included.set(meter, prorate(book.plan?.included[meter] ?? 0n, month));
  }

  /** The next part, cut where the included quantity or a tier ends. Nothing for a meter without a price. */
  rate(meter: Meter, quantity: bigint): TierPart[] {
    const price = this.#prices.get(meter);
    if (price === undefined) return [];
    const included = this.#included.get(meter) ?? 0n;
    const free = included < quantity ? included : quantity;
    this.#included.set(meter, included - free);
    const parts: TierPart[] = free > 0n ? [{ price, tier: undefined, quantity: free, costMicros: 0n }] : [];
    return [...parts, ...this.#charge(price, quantity - free)];
  }

  #charge(price: Price, quantity: bigint): TierPart[] {
    const parts: TierPart[] = [];
    let from = this.#reached.get(price.meter) ?? 0n;
    const to = from + quantity;
    price.tiers.forEach(({ upTo }, tier) => {
      const end = upTo === undefined || upTo > to ? to : upTo;
      if (end <= from) return;
      const costMicros = rateQuantity(price, end) - rateQuantity(price, from);
      parts.push({ price, tier, quantity: end - from, costMicros });
      from = end;
    });
    this.#reached.set(price.meter, to);
    return parts;
  }
}
