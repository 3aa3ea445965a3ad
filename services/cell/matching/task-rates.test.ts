// Rates over the last half minute, and over less while the queue is younger.
import { describe, expect, it } from "vitest";
import { TaskRates } from "./task-rates.ts";

describe("TaskRates", () => {
  it("averages over the life of a young queue, by level and in all", () => {
    const rates = new TaskRates(0);
    for (let count = 0; count < 30; count += 1) rates.count(undefined, 1_000);
    for (let count = 0; count < 10; count += 1) rates.count(1, 2_000);
    expect(rates.rate(10_000)).toBeCloseTo(4);
    expect(rates.rate(10_000, 3)).toBeCloseTo(3);
    expect(rates.rate(10_000, 1)).toBeCloseTo(1);
    expect(rates.rate(10_000, 5)).toBe(0);
  });

  it("forgets what is older than its window", () => {
    const rates = new TaskRates(0);
    for (let at = 0; at < 60_000; at += 100) rates.count(undefined, at);
    expect(rates.rate(60_000)).toBeGreaterThan(9);
    expect(rates.rate(60_000)).toBeLessThan(11);
    expect(rates.rate(100_000)).toBe(0);
  });
});
