// Invoices of plans: fee, discount and credits are lines of their own, and the lines sum to what is owed.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findPriceBook, PRICE_BOOKS } from "#billing/prices";
import type { Credit } from "#billing/rating";
import { drawUpInvoice, type BillableUsage, type BillingTerms, type Rounding } from "./draw-up-invoice.ts";

const PERIOD = { startMs: Date.UTC(2026, 10, 1), endMs: Date.UTC(2026, 11, 1) };

function actions(namespace: string, quantity: bigint): BillableUsage {
  return {
    namespace,
    dayMs: PERIOD.startMs,
    kind: "start_workflow",
    workflowType: "order",
    quantity,
    isLate: false,
  };
}

function terms(priceBook: string, more: Partial<BillingTerms> = {}): BillingTerms {
  return { book: findPriceBook(priceBook), discountBasisPoints: 0n, planFromMs: 0, ...more };
}

function credit(balanceCents: bigint): Credit & { name: string } {
  return {
    grantId: "welcome",
    name: "Welcome",
    category: "trial",
    priority: 50,
    effectiveAtMs: 0,
    expiresAtMs: PERIOD.endMs,
    balanceCents,
  };
}

describe("a plan's invoice", () => {
  test("has usage after what is included, the fee, the discount and the credit as lines", () => {
    const usage = [actions("shop.acme", 10_000_000n), actions("bank.acme", 2_250_000n)];
    const drawn = drawUpInvoice(terms("public-essentials@1", { discountBasisPoints: 1_000n }), usage, {
      period: PERIOD,
      credits: [credit(50_00n)],
    });
    // 11.25 million after the allowance are $525.00, less 10 %; the fee is its minimum; $50 are credit.
    expect(drawn.lines.map((line) => [line.meter, line.amountCents])).toEqual([
      ["actions", 9_643n],
      ["actions", 42_857n],
      ["plan_fee", 10_000n],
      ["discount", -5_250n],
      ["credit", -5_000n],
    ]);
    expect(drawn).toMatchObject({ totalMicros: 572_500_000n, totalCents: 52_250n, creditCents: 5_000n });
    expect(drawn.lineOfUsage).toEqual([1, 0]);
  });

  test("that begins within the month owes the fee for its days", () => {
    const planFromMs = Date.UTC(2026, 10, 16);
    const drawn = drawUpInvoice(terms("public-business@1", { planFromMs }), [], {
      period: PERIOD,
      credits: [],
    });
    expect(drawn.lines).toMatchObject([
      { description: "Plan Business, 15 of 30 days", amountCents: 25_000n },
    ]);
  });

  test("is nothing when credits pay all of it, and leaves the rest of them", () => {
    const drawn = drawUpInvoice(terms("default@1"), [actions("shop.acme", 400_000n)], {
      period: PERIOD,
      credits: [credit(1_000_00n)],
    });
    expect(drawn).toMatchObject({ totalCents: 0n, creditCents: 1_000n });
    expect(drawn.creditUses).toEqual([{ grantId: "welcome", cents: 1_000n }]);
  });
});

test("B1: in every book, with every discount and credit, the lines sum to what is owed and it is never negative", () => {
  const usages = fc.array(
    fc.record({
      namespace: fc.constantFrom("a.acme", "b.acme", "c.acme"),
      kind: fc.constantFrom("start_workflow", "active_storage", "retained_storage"),
      quantity: fc.bigInt(1n, 10n ** 17n),
      isLate: fc.boolean(),
    }),
    { maxLength: 20 },
  );
  const anyTerms = fc.record({
    book: fc.constantFrom(...PRICE_BOOKS),
    discountBasisPoints: fc.bigInt(0n, 10_000n),
    planFromMs: fc.integer({ min: 0, max: PERIOD.endMs - 1 }),
  });
  fc.assert(
    fc.property(
      anyTerms,
      usages,
      fc.bigInt(0n, 10n ** 12n),
      fc.constantFrom("invoice", "meter"),
      (given, used, balance, where) => {
        const usage = used.map((each) => ({ ...actions(each.namespace, each.quantity), ...each }));
        const rounding = where as Rounding;
        const drawn = drawUpInvoice(given, usage, { period: PERIOD, credits: [credit(balance)], rounding });
        const cents = drawn.lines.reduce((sum, line) => sum + line.amountCents, 0n);
        const difference = (drawn.totalCents + drawn.creditCents) * 10_000n - drawn.totalMicros;
        // Three meters and a fee are rounded by half a cent each, a discount by less than one.
        const most = rounding === "invoice" ? 5_000n : 4n * 5_000n + 10_000n;
        expect(cents).toBe(drawn.totalCents);
        expect(drawn.totalCents >= 0n && drawn.creditCents <= balance).toBe(true);
        expect(difference >= -most && difference <= most).toBe(true);
      },
    ),
  );
});
