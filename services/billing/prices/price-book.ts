// What a price book is: versioned data, never code. Prices are whole micros (millionths of the currency's major unit) for
// a whole number of units, so that rating needs no fractions until its one division.
import type { Currency } from "./currency.ts";

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

/** What a plan adds to the prices: a fee for the month, and usage that is included in it. */
export interface Plan {
  /** For people: "Business". */
  name: string;
  /** The fee is the larger of the two; a part of a month owes its days' part of the minimum. */
  feeMinimumMicros: bigint;
  /** Of what actions and storage cost, in hundredths of a percent. */
  feeBasisPoints: bigint;
  /** Units of the meter that cost nothing, taken off before the first tier; a part of a month has its days' part. */
  included: Partial<Record<Meter, bigint>>;
}

export interface PriceBook {
  name: string;
  version: number;
  currency: Currency;
  prices: readonly Price[];
  plan?: Plan;
}

/** Stored with an invoice: which prices made it. */
export function priceBookId(book: PriceBook): string {
  return `${book.name}@${book.version}`;
}
