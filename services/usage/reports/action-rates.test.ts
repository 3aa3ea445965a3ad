// Mean and percentiles of a namespace's hours.
import { expect, test } from "vitest";
import { ratesOf } from "./action-rates.ts";

test("a namespace without actions has rates of zero", () => {
  expect(ratesOf([])).toEqual({ mean: 0, p90: 0, p99: 0 });
});

test("hours without actions count", () => {
  const rates = ratesOf([3_600, 7_200]);
  expect(rates.mean).toBeCloseTo(3 / 168);
  expect(rates).toMatchObject({ p90: 0, p99: 1 });
});

test("a steady week is its own mean and percentile", () => {
  expect(ratesOf(Array.from({ length: 168 }, () => 36_000))).toEqual({ mean: 10, p90: 10, p99: 10 });
});
