// Parts that are rated one after the other sum to what the whole costs, at any tier and in any order.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { PriceBook } from "#billing/prices";
import { CumulativeRating } from "./cumulative-rating.ts";
import { rateQuantity } from "./rate-quantity.ts";

const PRICE = {
  meter: "actions",
  per: 1_000_000n,
  unitName: "million actions",
  tiers: [
    { upTo: 5_000_000n, micros: 50_000_000n },
    { upTo: 10_000_000n, micros: 45_000_000n },
    { micros: 1n },
  ],
} as const;
const BOOK: PriceBook = { name: "tiers", version: 1, currency: "usd", prices: [PRICE] };

test("B1: the parts sum to the whole, to the micro-dollar", () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: 0n, max: 3_000_000n }), { maxLength: 40 }), (quantities) => {
      const rating = new CumulativeRating(BOOK);
      const parts = quantities.flatMap((quantity) => rating.rate("actions", quantity));
      const whole = quantities.reduce((sum, quantity) => sum + quantity, 0n);
      expect(parts.reduce((sum, part) => sum + part.costMicros, 0n)).toBe(rateQuantity(PRICE, whole));
      expect(parts.reduce((sum, part) => sum + part.quantity, 0n)).toBe(whole);
    }),
  );
});

test("a part that crosses the end of a tier is cut there", () => {
  const rating = new CumulativeRating(BOOK);
  expect(rating.rate("actions", 4_999_999n).map(({ tier, quantity }) => [tier, quantity])).toEqual([
    [0, 4_999_999n],
  ]);
  expect(rating.rate("actions", 5_000_002n).map(({ tier, quantity }) => [tier, quantity])).toEqual([
    [0, 1n],
    [1, 5_000_000n],
    [2, 1n],
  ]);
});

test("what a plan includes is used up first and costs nothing", () => {
  const plan = { name: "P", feeMinimumMicros: 0n, feeBasisPoints: 0n, included: { actions: 10n } };
  const rating = new CumulativeRating({ ...BOOK, plan });
  expect(rating.rate("actions", 8n)).toMatchObject([{ tier: undefined, quantity: 8n, costMicros: 0n }]);
  expect(rating.rate("actions", 4n)).toMatchObject([
    { tier: undefined, quantity: 2n, costMicros: 0n },
    { tier: 0, quantity: 2n, costMicros: 100n },
  ]);
});

test("a meter without a price costs nothing", () => {
  expect(new CumulativeRating(BOOK).rate("active_storage", 5n)).toEqual([]);
});
