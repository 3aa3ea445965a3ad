// Credits pay in a fixed order, never more than is owed or left; what a commitment leaves goes over by its rule.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { burnDown, CREDIT_CATEGORIES, type Credit } from "./burn-down.ts";
import { rollOver } from "./roll-over.ts";

const AT = Date.UTC(2026, 10, 30);

function credit(grantId: string, balanceCents: bigint, more: Partial<Credit> = {}): Credit {
  return {
    grantId,
    category: "promotional",
    priority: 50,
    effectiveAtMs: 0,
    expiresAtMs: undefined,
    balanceCents,
    ...more,
  };
}

describe("the order in which credits pay", () => {
  test("by priority, then what expires soonest, then what was given before what was bought", () => {
    const credits = [
      credit("bought", 100n, { category: "paid" }),
      credit("given", 100n),
      credit("expiring", 100n, { expiresAtMs: AT + 1 }),
      credit("first", 100n, { priority: 0 }),
    ];
    const uses = burnDown(credits, { cents: 350n, atMs: AT });
    expect(uses).toEqual([
      { grantId: "first", cents: 100n },
      { grantId: "expiring", cents: 100n },
      { grantId: "given", cents: 100n },
      { grantId: "bought", cents: 50n },
    ]);
  });

  test("what has not begun, has ended or is empty pays nothing", () => {
    const credits = [
      credit("later", 100n, { effectiveAtMs: AT + 1 }),
      credit("ended", 100n, { expiresAtMs: AT }),
      credit("empty", 0n),
    ];
    expect(burnDown(credits, { cents: 10n, atMs: AT })).toEqual([]);
  });
});

test("credits pay as much as they can and no more, in whatever order they are listed", () => {
  const credits = fc.uniqueArray(
    fc.record({
      grantId: fc.string({ minLength: 1, maxLength: 6 }),
      category: fc.constantFrom(...CREDIT_CATEGORIES),
      priority: fc.integer({ min: 0, max: 100 }),
      effectiveAtMs: fc.integer({ min: 0, max: 200 }),
      expiresAtMs: fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined }),
      balanceCents: fc.bigInt(0n, 10n ** 9n),
    }),
    { selector: ({ grantId }) => grantId, maxLength: 12 },
  );
  fc.assert(
    fc.property(credits, fc.bigInt(0n, 10n ** 10n), (given, cents) => {
      const owed = { cents, atMs: 100 };
      const uses = burnDown(given, owed);
      const usable = given.filter(
        ({ effectiveAtMs, expiresAtMs }) => effectiveAtMs <= 100 && (expiresAtMs ?? Infinity) > 100,
      );
      const left = usable.reduce((sum, { balanceCents }) => sum + balanceCents, 0n);
      expect(uses.reduce((sum, use) => sum + use.cents, 0n)).toBe(left < cents ? left : cents);
      expect(burnDown([...given].reverse(), owed)).toEqual(uses);
    }),
  );
});

test("what is left goes over whole to an equal or larger renewal, up to a tenth to a smaller one, and else expires", () => {
  const ended = { purchasedCents: 1_000_00n, leftCents: 300_00n };
  expect(rollOver(ended, 1_000_00n)).toBe(300_00n);
  expect(rollOver(ended, 999_99n)).toBe(100_00n);
  expect(rollOver({ ...ended, leftCents: 50_00n }, 1n)).toBe(50_00n);
  expect(rollOver(ended, 0n)).toBe(0n);
});
