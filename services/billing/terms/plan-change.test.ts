// A larger plan begins at once, any other with the next period.
import { expect, test } from "vitest";
import { findPriceBook } from "#billing/prices";
import { planChange } from "./plan-change.ts";

const period = { startMs: Date.UTC(2026, 10, 1), endMs: Date.UTC(2026, 11, 1) };
const NOW = Date.UTC(2026, 10, 16, 13);

test.each([
  ["default@1", "public-essentials@1", true],
  ["public-essentials@1", "public-business@1", true],
  ["public-business@1", "public-essentials@1", false],
  ["public-business@1", "default@1", false],
  ["default@1", "public-developer@1", false],
])("from %s to %s at once: %s", (from, to, isAtOnce) => {
  const books = { from: findPriceBook(from), to: findPriceBook(to) };
  expect(planChange(books, { nowMs: NOW, period })).toEqual({
    isAtOnce,
    effectiveMs: isAtOnce ? NOW : period.endMs,
  });
});

test("a period that a test clock has begun early, or that waits to be closed, is not changed from outside", () => {
  const books = { from: findPriceBook("default@1"), to: findPriceBook("public-business@1") };
  expect(planChange(books, { nowMs: period.startMs - 5, period }).effectiveMs).toBe(period.startMs);
  expect(planChange(books, { nowMs: period.endMs + 5, period }).effectiveMs).toBe(period.endMs);
});
