// Percentiles from buckets are near those of the latencies themselves, whatever they are.
import fc from "fast-check";
import { expect, test } from "vitest";
import { bucketOf, BUCKETS, percentileSeconds } from "./latency-buckets.ts";

test("a percentile is within a bucket's width of the true one", () => {
  const latencies = fc.array(fc.double({ min: 0.2, max: 1e9, noNaN: true }), {
    minLength: 1,
    maxLength: 200,
  });
  fc.assert(
    fc.property(latencies, fc.constantFrom(0.5, 0.95, 0.99), (given, share) => {
      const counts = new Map<number, number>();
      for (const ms of given) counts.set(bucketOf(ms), (counts.get(bucketOf(ms)) ?? 0) + 1);
      const sorted = [...given].sort((a, b) => a - b);
      const exact = (sorted[Math.ceil(sorted.length * share) - 1] ?? 0) / 1_000;
      const told = percentileSeconds(counts, share);
      expect(told).toBeGreaterThanOrEqual(exact / 1.2501);
      expect(told).toBeLessThanOrEqual(exact * 1.2501);
    }),
  );
});

test("what is no latency, or longer than any, has a bucket as well", () => {
  expect([bucketOf(0), bucketOf(-1), bucketOf(NaN), bucketOf(Infinity)]).toEqual([0, 0, 0, BUCKETS - 1]);
  expect(percentileSeconds(new Map(), 0.99)).toBe(0);
});
