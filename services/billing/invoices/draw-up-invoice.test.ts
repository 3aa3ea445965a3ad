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

describe("adjustments of earlier invoices", () => {
  const adjustment = (adjustmentId: string, openCents: bigint) => ({
    ...{ adjustmentId, openCents, namespace: "", description: adjustmentId },
  });

  test("come before credits, raise the bill whole, and lower it as far as there is a bill", () => {
    const drawn = drawUpInvoice(terms("default@1"), [actions("shop.acme", 400_000n)], {
      period: PERIOD,
      credits: [credit(1_00n)],
      adjustments: [
        adjustment("outage", -11_00n),
        adjustment("forgotten", 3_00n),
        adjustment("gift", -9_00n),
      ],
    });
    expect(drawn.adjustmentUses).toEqual([
      { adjustmentId: "outage", cents: -11_00n },
      { adjustmentId: "forgotten", cents: 3_00n },
      { adjustmentId: "gift", cents: -2_00n },
    ]);
    expect(drawn).toMatchObject({ totalMicros: 0n, totalCents: 0n, creditCents: 0n });
    expect(drawn.lines.map(({ meter }) => meter)).toEqual([
      "actions",
      ...Array<string>(3).fill("adjustment"),
    ]);
  });

  test("an invoice over nothing takes none that lowers it, and none falls below nothing before rounding", () => {
    const drawn = (quantity: bigint) =>
      drawUpInvoice(terms("default@1"), quantity === 0n ? [] : [actions("shop.acme", quantity)], {
        period: PERIOD,
        credits: [],
        adjustments: [adjustment("outage", -5n)],
      });
    expect(drawn(0n)).toMatchObject({ adjustmentUses: [], lines: [] });
    // 0.6 cents are a cent on the invoice.
    expect(drawn(240n)).toMatchObject({ adjustmentUses: [], totalCents: 1n, totalMicros: 6_000n });
  });

  test("twenty stand on an invoice; more wait for the next", () => {
    const many = Array.from({ length: 25 }, (_, number) => adjustment(String(number), 1n));
    const drawn = drawUpInvoice(terms("default@1"), [], { period: PERIOD, credits: [], adjustments: many });
    expect(drawn.adjustmentUses).toHaveLength(20);
  });
});

test("B1: in every book, with every discount, adjustment and credit, the lines sum to what is owed and it is never negative", () => {
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
      fc.array(fc.bigInt(-(10n ** 6n), 10n ** 5n), { maxLength: 4 }),
      (given, used, balance, where, amounts) => {
        const usage = used.map((each) => ({ ...actions(each.namespace, each.quantity), ...each }));
        const rounding = where as Rounding;
        const adjustments = amounts.map((openCents, index) => ({
          ...{ adjustmentId: String(index), openCents, namespace: "", description: "" },
        }));
        const options = { period: PERIOD, credits: [credit(balance)], adjustments, rounding };
        const drawn = drawUpInvoice(given, usage, options);
        const cents = drawn.lines.reduce((sum, line) => sum + line.amountCents, 0n);
        const difference = (drawn.totalCents + drawn.creditCents) * 10_000n - drawn.totalMicros;
        // Three meters and a fee are rounded by half a cent each, a discount by less than one.
        const most = rounding === "invoice" ? 5_000n : 4n * 5_000n + 10_000n;
        expect(cents).toBe(drawn.totalCents);
        expect(drawn.totalMicros >= 0n).toBe(true);
        expect(drawn.totalCents >= 0n && drawn.creditCents <= balance).toBe(true);
        expect(difference >= -most && difference <= most).toBe(true);
      },
    ),
  );
});

test("an upgrade within a month owes both plans by the day, and includes what the new one does in full", () => {
  const upgraded = terms("public-business@1", {
    planFromMs: Date.UTC(2026, 10, 16),
    isAllowanceWhole: true,
    earlierPlans: [{ book: findPriceBook("public-essentials@1"), fromMs: 0 }],
  });
  const usage = [actions("shop.acme", 2_500_000n)];

  const drawn = drawUpInvoice(upgraded, usage, { period: PERIOD, credits: [] });

  // Half of $100 and half of $500; 2.5 million actions are included.
  expect(drawn.lines.map(({ description, amountCents }) => [description, amountCents])).toEqual([
    ["shop.acme: 2500000 actions", 0n],
    ["Plan Business, 15 of 30 days, and the plan before it", 300_00n],
  ]);
  expect(drawn.isAllowancePartial).toBe(false);
});

test("a plan that was left for none owes its days, and one that was replaced on its first day nothing", () => {
  const essentials = { book: findPriceBook("public-essentials@1"), fromMs: 0 };
  const left = terms("default@1", { planFromMs: Date.UTC(2026, 10, 4), earlierPlans: [essentials] });
  expect(drawUpInvoice(left, [], { period: PERIOD, credits: [] }).totalCents).toBe(10_00n);
  const replaced = terms("public-business@1", {
    planFromMs: Date.UTC(2026, 10, 16, 20),
    earlierPlans: [{ ...essentials, fromMs: Date.UTC(2026, 10, 16, 3) }],
  });
  expect(drawUpInvoice(replaced, [], { period: PERIOD, credits: [] }).totalCents).toBe(250_00n);
});
