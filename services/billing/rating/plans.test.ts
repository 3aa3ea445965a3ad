// The public plans: the worked examples of the published prices to the cent, tier edges, fees, what is included, and
// proration; and the same laws as for the default prices (B1).
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  findPriceBook,
  METERS,
  priceBookId,
  PRICE_BOOKS,
  PUBLIC_PRICE_BOOKS,
  type PriceBook,
} from "#billing/prices";
import { capacityTopUp } from "./capacity-top-up.ts";
import { earlierMinimums } from "./earlier-plans.ts";
import { partOfMonth, type PartOfMonth } from "./part-of-month.ts";
import { planFee } from "./plan-fee.ts";
import { rateUsage, toCents, type Quantity } from "./rate-usage.ts";

const GB_HOUR = 3_600_000_000_000_000n;
const ENTERPRISE = findPriceBook("public-enterprise@1");
const BUSINESS = findPriceBook("public-business@1");
const ESSENTIALS = findPriceBook("public-essentials@1");
const DEVELOPER = findPriceBook("public-developer@1");
/** The graduated prices alone. */
const { plan: _plan, ...LIST } = ENTERPRISE;

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);

function centsOf(book: PriceBook, usage: readonly Quantity[], month?: PartOfMonth): bigint {
  return toCents(rateUsage(book, usage, month), book.currency).totalCents;
}

describe("the worked examples of the public prices", () => {
  test("11.25 million actions are $525.00", () => {
    expect(centsOf(LIST, [{ meter: "actions", quantity: 11_250_000n }])).toBe(52_500n);
  });

  test("720 GB-hours active and 3,600 retained are $34.02", () => {
    const usage: Quantity[] = [
      { meter: "active_storage", quantity: 720n * GB_HOUR },
      { meter: "retained_storage", quantity: 3_600n * GB_HOUR },
    ];
    expect(rateUsage(LIST, usage)).toEqual([30_240_000n, 3_780_000n]);
    expect(centsOf(LIST, usage)).toBe(3_402n);
  });

  test("4 capacity units over hours of 2.0, 5.0, 4.0 and 0.5 million actions bill 12.08 million", () => {
    const hours = [2_000_000n, 5_000_000n, 4_000_000n, 500_000n];
    const billed = hours.map((usedActions) => usedActions + capacityTopUp({ units: 4, usedActions }));
    expect(sum(billed)).toBe(12_080_000n);
    expect(capacityTopUp({ units: 1, usedActions: 0n })).toBe(0n);
  });
});

test.each([
  [5_000_000n, 25_000n],
  [10_000_000n, 47_500n],
  [20_000_000n, 87_500n],
  [50_000_000n, 192_500n],
  [100_000_000n, 342_500n],
  [200_000_000n, 592_500n],
])("tier edges are exact: %s actions are %s cents, and the next one is in the next tier", (edge, cents) => {
  const at = (quantity: bigint): bigint => sum(rateUsage(LIST, [{ meter: "actions", quantity }]));
  const next = { 5: 45n, 10: 40n, 20: 35n, 50: 30n, 100: 25n, 200: 25n }[Number(edge / 1_000_000n)];
  expect(at(edge)).toBe(cents * 10_000n);
  expect(at(edge + 1n) - at(edge)).toBe(next);
});

describe("plans", () => {
  test("what a plan includes is taken off before the first tier", () => {
    expect(centsOf(ESSENTIALS, [{ meter: "actions", quantity: 1_000_000n }])).toBe(0n);
    expect(centsOf(ESSENTIALS, [{ meter: "actions", quantity: 12_250_000n }])).toBe(52_500n);
    expect(centsOf(BUSINESS, [{ meter: "actions", quantity: 2_500_001n }])).toBe(0n);
    expect(
      rateUsage(BUSINESS, [{ meter: "active_storage", quantity: (2_500n * 744n * GB_HOUR) / 1_000n }]),
    ).toEqual([0n]);
  });

  test("the fee is the larger of the minimum and the share of what was spent", () => {
    expect(planFee(ESSENTIALS, 0n)).toBe(100_000_000n);
    expect(planFee(ESSENTIALS, 2_000_000_000n)).toBe(100_000_000n);
    expect(planFee(ESSENTIALS, 2_000_000_020n)).toBe(100_000_001n);
    expect(planFee(BUSINESS, 6_000_000_000n)).toBe(600_000_000n);
    expect(planFee(DEVELOPER, 100_000_000n)).toBe(10_000_000n);
    expect(planFee(LIST, 100_000_000n)).toBe(0n);
  });

  test("a part of a month owes its days' part of the minimum and includes its days' part of the usage", () => {
    const november = { startMs: Date.UTC(2026, 10, 1), endMs: Date.UTC(2026, 11, 1) };
    const month = partOfMonth(november, Date.UTC(2026, 10, 16, 13));

    expect(month).toEqual({ days: 15n, ofDays: 30n });
    expect(planFee(ESSENTIALS, 0n, month)).toBe(50_000_000n);
    expect(centsOf(ESSENTIALS, [{ meter: "actions", quantity: 600_000n }], month)).toBe(500n);
    expect(partOfMonth(november, 0)).toEqual({ days: 30n, ofDays: 30n });
  });
});

const usages = fc.array(
  fc.record<Quantity>({
    meter: fc.constantFrom(...METERS),
    quantity: fc.oneof(fc.bigInt(0n, 300_000_000n), fc.bigInt(0n, 10n ** 22n)),
  }),
  { maxLength: 30 },
);
const months = fc.integer({ min: 1, max: 31 }).map((days) => ({ days: BigInt(days), ofDays: 31n }));

test("B1: in every book the sum of the parts is the price of the whole, in any order", () => {
  fc.assert(
    fc.property(fc.constantFrom(...PRICE_BOOKS), usages, months, (book, usage, month) => {
      const whole = METERS.map((meter) => ({
        meter,
        quantity: sum(usage.filter((part) => part.meter === meter).map(({ quantity }) => quantity)),
      }));
      expect(sum(rateUsage(book, usage, month))).toBe(sum(rateUsage(book, whole, month)));
      expect(sum(rateUsage(book, [...usage].reverse(), month))).toBe(sum(rateUsage(book, usage, month)));
    }),
  );
});

test("B1: the total is that of every permutation of the parts, in every book and part of a month", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...PRICE_BOOKS),
      months,
      usages.chain((usage) =>
        fc.tuple(fc.constant(usage), fc.shuffledSubarray(usage, { minLength: usage.length })),
      ),
      (book, month, [usage, shuffled]) => {
        expect(sum(rateUsage(book, shuffled, month))).toBe(sum(rateUsage(book, usage, month)));
      },
    ),
  );
});

test.each(PRICE_BOOKS.flatMap((book) => book.prices.map((price) => [priceBookId(book), price] as const)))(
  "tier edges are exact in %s: up to each, the tiers below it are full, and one unit more is of the next",
  (id, { meter, tiers, per }) => {
    const included = findPriceBook(id).plan?.included[meter] ?? 0n;
    const at = (quantity: bigint): bigint =>
      sum(rateUsage(findPriceBook(id), [{ meter, quantity: included + quantity }]));
    let [from, full] = [0n, 0n];
    for (const { upTo, micros } of tiers) {
      // One unit of a price is exact, whatever small part of it a single unit of the meter is.
      expect(at(from + per) - at(from)).toBe(micros);
      if (upTo === undefined) break;
      full += ((upTo - from) / per) * micros;
      expect(at(upTo)).toBe(full);
      from = upTo;
    }
  },
);

test("B1: plans of one month owe together what their days' parts are, never more than the dearest for all of it", () => {
  const november = { startMs: Date.UTC(2026, 10, 1), endMs: Date.UTC(2026, 11, 1) };
  const moment = fc.integer({ min: november.startMs, max: november.endMs - 1 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...PRICE_BOOKS), moment), { minLength: 1, maxLength: 8 }),
      moment,
      (changes, lastMs) => {
        const ordered = changes
          .map(([book, fromMs]) => ({ book, fromMs: Math.min(fromMs, lastMs) }))
          .sort((a, b) => a.fromMs - b.fromMs);
        const owed = earlierMinimums(ordered, lastMs, november);
        const dearest = ordered.reduce((most, { book }) => {
          const fee = book.plan?.feeMinimumMicros ?? 0n;
          return fee > most ? fee : most;
        }, 0n);
        const days = partOfMonth(november, ordered[0]?.fromMs ?? 0).days - partOfMonth(november, lastMs).days;
        expect(owed >= 0n && owed <= (dearest * days) / 30n).toBe(true);
        const same = ordered.map((change) => ({ ...change, book: ESSENTIALS }));
        const whole = (100_000_000n * days) / 30n;
        // Each part is rounded down by less than a micro.
        expect(whole - earlierMinimums(same, lastMs, november)).toBeLessThan(BigInt(same.length) + 1n);
      },
    ),
  );
});

test("B1: in every plan more usage, and more days of the plan's minimum, never cost less", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...PUBLIC_PRICE_BOOKS),
      usages,
      months,
      fc.bigInt(0n, 10n ** 16n),
      (book, usage, month, more) => {
        const owed = (parts: readonly Quantity[]): bigint => {
          const spend = sum(rateUsage(book, parts, month));
          return spend + planFee(book, spend, month);
        };
        expect(owed([...usage, { meter: "actions", quantity: more }])).toBeGreaterThanOrEqual(owed(usage));
        const spend = sum(rateUsage(book, usage, month));
        expect(planFee(book, spend)).toBeGreaterThanOrEqual(planFee(book, spend, month));
      },
    ),
  );
});
