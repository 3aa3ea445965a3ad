// Costs of groups are exact and lose no group of either time.
import { expect, test } from "vitest";
import { changeWords, costRange, costsByGroup } from "./costs.ts";

test("groups of both times are compared, to the millionth", () => {
  const report = {
    rows: [
      { namespace: "a.x", costMicros: "9007199254740993" },
      { namespace: "a.x", costMicros: "1" },
      { namespace: "b.x", costMicros: "5" },
    ],
  };
  const before = {
    rows: [
      { namespace: "c.x", costMicros: "7" },
      { namespace: "b.x", costMicros: "10" },
    ],
  };
  expect(costsByGroup(report, before, "namespace")).toEqual([
    { key: "a.x", micros: 9_007_199_254_740_994n, beforeMicros: 0n },
    { key: "b.x", micros: 5n, beforeMicros: 10n },
    { key: "c.x", micros: 0n, beforeMicros: 7n },
  ]);
  expect(costsByGroup(report, undefined, "namespace").map(({ beforeMicros }) => beforeMicros)).toEqual([
    undefined,
    undefined,
  ]);
});

test("a change says its direction", () => {
  expect([changeWords(3n, 2n), changeWords(1n, 2n), changeWords(1n, 0n), changeWords(1n, undefined)]).toEqual(
    ["+50.0 %", "−50.0 %", "new", undefined],
  );
});

test("costs are of whole days", () => {
  const day = 86_400_000;
  expect(costRange({ fromMs: day + 5, toMs: 2 * day + 1 })).toEqual({ fromMs: day, toMs: 3 * day });
});
