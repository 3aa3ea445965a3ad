// What a price book is: versioned data, never code. Prices are whole micro-dollars for a whole number of units, so that
// rating needs no fractions until its one division.

/** What is sold: billable actions, and byte-milliseconds of stored history. */
export const METERS = ["actions", "active_storage", "retained_storage"] as const;
export type Meter = (typeof METERS)[number];

/** A graduated tier: the units above the tier before and up to `upTo` cost `micros` for each `per` of the price. */
export interface Tier {
  /** In units of the meter; undefined in the last tier only. */
  upTo?: bigint;
  micros: bigint;
}

export interface Price {
  meter: Meter;
  /** How many units of the meter `micros` of a tier buys. */
  per: bigint;
  /** For people: "million actions". */
  unitName: string;
  /** In rising order; the last has no `upTo`. */
  tiers: readonly [Tier, ...Tier[]];
}

export interface PriceBook {
  name: string;
  version: number;
  /** ISO 4217 in lower case, as Stripe spells it; one cent is 10,000 micros. */
  currency: "usd";
  prices: readonly Price[];
}

/** Stored with an invoice: which prices made it. */
export function priceBookId(book: PriceBook): string {
  return `${book.name}@${book.version}`;
}
