// A credit is told of 30, 14, 7 and 1 days before its end, and at half and nine tenths of its use: the nearest only.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { CreditGrant } from "./credits-store.ts";
import { dueNotices } from "./due-notices.ts";

const DAY_MS = 86_400_000;
const END = 100 * DAY_MS;

function grant(balanceCents: bigint, more: Partial<CreditGrant> = {}): CreditGrant {
  return {
    ...{ grantId: "g", accountId: "a", name: "Welcome", category: "promotional", currency: "usd" },
    ...{ amountCents: 100n, balanceCents, priority: 50, effectiveAtMs: 0, expiresAtMs: END },
    ...{ voidedAtMs: undefined, stripeGrantId: undefined },
    ...more,
  };
}

test.each([
  [31, undefined],
  [30, 30],
  [14.5, 30],
  [14, 14],
  [7, 7],
  [1.5, 7],
  [1, 1],
  [0.1, 1],
  [0, undefined],
])("%d days before the end: %s", (left, days) => {
  const wanted = days === undefined ? [] : [{ kind: "expires", days }];
  expect(dueNotices(grant(100n), END - left * DAY_MS)).toEqual(wanted);
  expect(dueNotices(grant(0n), END - left * DAY_MS)).toEqual(
    left === 0 ? [] : [{ kind: "used", percent: 90 }],
  );
});

test.each([
  [51n, undefined],
  [50n, 50],
  [11n, 50],
  [10n, 90],
])("with %d of 100 left: %s", (balance, percent) => {
  const wanted = percent === undefined ? [] : [{ kind: "used", percent }];
  expect(dueNotices(grant(balance, { expiresAtMs: undefined }), 5)).toEqual(wanted);
});

test("of a credit that is void, over or yet to begin there is nothing to tell", () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 100n), fc.integer({ min: 0, max: 200 }), (balance, day) => {
      const now = day * DAY_MS;
      expect(dueNotices(grant(balance, { voidedAtMs: 1 }), now)).toEqual([]);
      expect(dueNotices(grant(balance, { effectiveAtMs: now + 1 }), now)).toEqual([]);
      expect(dueNotices(grant(balance, { expiresAtMs: now }), now)).toEqual([]);
    }),
  );
});
