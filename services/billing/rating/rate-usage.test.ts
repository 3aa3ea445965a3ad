// B1: rating is exact to the micro-dollar, its parts are its whole, and more usage never costs less.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_PRICE_BOOK, METERS, type PriceBook } from "#billing/prices";
import { rateQuantity } from "./rate-quantity.ts";
import { rateUsage, toCents, type Quantity } from "./rate-usage.ts";

const DAY_MS = 86_400_000n;
const TIERED: PriceBook = {
  name: "tiered",
  version: 1,
  currency: "usd",
  prices: [
    {
      meter: "actions",
      per: 1_000_000n,
      unitName: "million actions",
      tiers: [
        { upTo: 5_000_000n, micros: 50_000_000n },
        { upTo: 10_000_000n, micros: 45_000_000n },
        { micros: 40_000_000n },
      ],
    },
  ],
};

const books = fc.constantFrom(DEFAULT_PRICE_BOOK, TIERED);
const parts = fc.array(
  fc.record<Quantity>({
    meter: fc.constantFrom(...METERS),
    quantity: fc.oneof(fc.bigInt(0n, 30_000_000n), fc.bigInt(0n, 10n ** 20n)),
  }),
  { maxLength: 30 },
);

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);

function wholeOf(book: PriceBook, usage: readonly Quantity[]): bigint {
  return sum(
    book.prices.map((price) =>
      rateQuantity(
        price,
        sum(usage.filter((part) => part.meter === price.meter).map((part) => part.quantity)),
      ),
    ),
  );
}

describe("the default price book", () => {
  test("a million actions are 25 dollars, and one action 25 micro-dollars", () => {
    expect(rateUsage(DEFAULT_PRICE_BOOK, [{ meter: "actions", quantity: 1_000_000n }])).toEqual([
      25_000_000n,
    ]);
    expect(rateUsage(DEFAULT_PRICE_BOOK, [{ meter: "actions", quantity: 1n }])).toEqual([25n]);
  });

  test("a GB for a day is 1 dollar active and 2.5 cents retained", () => {
    const quantity = 1_000_000_000n * DAY_MS;
    const amounts = rateUsage(DEFAULT_PRICE_BOOK, [
      { meter: "active_storage", quantity },
      { meter: "retained_storage", quantity },
    ]);
    expect(amounts).toEqual([1_000_000n, 25_000n]);
  });
});

test("graduated tiers: 11.25 million actions are 525 dollars, and edges belong to the cheaper side", () => {
  const rate = (quantity: bigint): bigint | undefined =>
    rateUsage(TIERED, [{ meter: "actions", quantity }])[0];

  expect(rate(11_250_000n)).toBe(525_000_000n);
  expect(rate(5_000_000n)).toBe(250_000_000n);
  expect(rate(5_000_001n)).toBe(250_000_045n);
});

test("B1: the sum of the parts is the whole", () => {
  fc.assert(
    fc.property(books, parts, (book, usage) => {
      expect(sum(rateUsage(book, usage))).toBe(wholeOf(book, usage));
    }),
  );
});

test("B1: more usage never costs less", () => {
  fc.assert(
    fc.property(books, parts, fc.bigInt(0n, 10n ** 15n), fc.nat(), (book, usage, more, at) => {
      const grown = usage.map((part, index) =>
        index === at % Math.max(usage.length, 1) ? { ...part, quantity: part.quantity + more } : part,
      );
      expect(wholeOf(book, grown)).toBeGreaterThanOrEqual(wholeOf(book, usage));
    }),
  );
});

test("B1: the total does not depend on the order of the parts", () => {
  fc.assert(
    fc.property(books, parts, (book, usage) => {
      expect(sum(rateUsage(book, [...usage].reverse()))).toBe(sum(rateUsage(book, usage)));
    }),
  );
});

test("cents of the parts sum to the total's cents, which is within half a cent of the micro-dollars", () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt(0n, 10n ** 12n), { minLength: 1, maxLength: 250 }), (amounts) => {
      const { totalCents, cents } = toCents(amounts);
      const difference = totalCents * 10_000n - sum(amounts);
      expect(sum(cents)).toBe(totalCents);
      expect(difference > -5_000n && difference <= 5_000n).toBe(true);
      expect(cents.every((each) => each >= 0n)).toBe(true);
    }),
  );
});
