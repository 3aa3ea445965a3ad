// The public price list of Temporal Cloud as price books, one for each plan: graduated prices for the whole account in a
// calendar month, storage by the GB-hour, a plan fee and what it includes. A change of a price is a new version.
import type { Plan, Price, PriceBook } from "./price-book.ts";

const MILLION = 1_000_000n;
/** 10^9 bytes for one hour, in byte-milliseconds. */
const GB_HOUR = 1_000_000_000n * 3_600_000n;
/** An included GB is one for a month of 31 days. */
const GB_MONTH = 744n * GB_HOUR;

const GRADUATED_ACTIONS: Price = {
  meter: "actions",
  per: MILLION,
  unitName: "million actions",
  tiers: [
    { upTo: 5n * MILLION, micros: 50n * MILLION },
    { upTo: 10n * MILLION, micros: 45n * MILLION },
    { upTo: 20n * MILLION, micros: 40n * MILLION },
    { upTo: 50n * MILLION, micros: 35n * MILLION },
    { upTo: 100n * MILLION, micros: 30n * MILLION },
    { micros: 25n * MILLION },
  ],
};
const FLAT_ACTIONS: Price = {
  meter: "actions",
  per: MILLION,
  unitName: "million actions",
  tiers: [{ micros: 50n * MILLION }],
};
const STORAGE: readonly Price[] = [
  { meter: "active_storage", per: GB_HOUR, unitName: "GB-hour active", tiers: [{ micros: 42_000n }] },
  { meter: "retained_storage", per: GB_HOUR, unitName: "GB-hour retained", tiers: [{ micros: 1_050n }] },
];

/** Tenths of millions of actions and of active GB, because Business includes 2.5 of each. */
function included(tenthMillions: bigint, activeTenthGb: bigint, retainedGb: bigint): Plan["included"] {
  return {
    actions: (tenthMillions * MILLION) / 10n,
    active_storage: (activeTenthGb * GB_MONTH) / 10n,
    retained_storage: retainedGb * GB_MONTH,
  };
}

function book(name: string, actions: Price, plan: Plan): PriceBook {
  return { name: `public-${name}`, version: 1, currency: "usd", prices: [actions, ...STORAGE], plan };
}

export const PUBLIC_PRICE_BOOKS: readonly PriceBook[] = [
  book("developer", FLAT_ACTIONS, {
    name: "Developer",
    feeMinimumMicros: 0n,
    feeBasisPoints: 1_000n,
    included: {},
  }),
  book("essentials", GRADUATED_ACTIONS, {
    name: "Essentials",
    feeMinimumMicros: 100n * MILLION,
    feeBasisPoints: 500n,
    included: included(10n, 10n, 40n),
  }),
  book("business", GRADUATED_ACTIONS, {
    name: "Business",
    feeMinimumMicros: 500n * MILLION,
    feeBasisPoints: 1_000n,
    included: included(25n, 25n, 100n),
  }),
  // The fee of these two is a contract's: it is billed beside the usage, by agreement.
  book("enterprise", GRADUATED_ACTIONS, {
    name: "Enterprise",
    feeMinimumMicros: 0n,
    feeBasisPoints: 0n,
    included: included(100n, 100n, 400n),
  }),
  book("mission-critical", GRADUATED_ACTIONS, {
    name: "Mission Critical",
    feeMinimumMicros: 0n,
    feeBasisPoints: 0n,
    included: included(100n, 100n, 400n),
  }),
];
