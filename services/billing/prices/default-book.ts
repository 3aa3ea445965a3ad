// The default price book: $25 per million actions, $1 per GB-day of active storage, retained storage at one fortieth.
// A change of a price is a new version; a version that made an invoice never changes.
import type { PriceBook } from "./price-book.ts";

/** 10^9 bytes for one day, in byte-milliseconds. */
const GB_DAY = 1_000_000_000n * 86_400_000n;

export const DEFAULT_PRICE_BOOK: PriceBook = {
  name: "default",
  version: 1,
  currency: "usd",
  prices: [
    { meter: "actions", per: 1_000_000n, unitName: "million actions", tiers: [{ micros: 25_000_000n }] },
    { meter: "active_storage", per: GB_DAY, unitName: "GB-day active", tiers: [{ micros: 1_000_000n }] },
    { meter: "retained_storage", per: GB_DAY, unitName: "GB-day retained", tiers: [{ micros: 25_000n }] },
  ],
};
