// Charts of usage lose nothing: what is not shown for itself is in the rest, and quiet periods are there.
import { expect, test } from "vitest";
import { breakdown } from "./breakdown.ts";

const shape = {
  periods: [0, 10, 20],
  labelOf: (key: string) => key.toUpperCase(),
  isOpen: (ms: number) => ms >= 20,
};

test("every period has a point, and open ones say so", () => {
  const { series, points } = breakdown([{ key: "a", atMs: 10, value: 3 }], shape);
  expect(series).toEqual([{ id: "of a", label: "A" }]);
  expect(points).toEqual([
    { atMs: 0, values: {}, isOpen: false },
    { atMs: 10, values: { "of a": 3 }, isOpen: false },
    { atMs: 20, values: {}, isOpen: true },
  ]);
});

test("with more groups than colours the smallest are one series, and the sum stays", () => {
  const keys = ["a", "b", "c", "d", "e", "f", "g", "h"];
  const entries = keys.map((key, index) => ({ key, atMs: 0, value: 10 - index }));
  const { series, points } = breakdown(entries, shape);
  expect(series.map(({ label }) => label)).toEqual(["A", "B", "C", "D", "E", "3 others"]);
  const sum = Object.values(points[0]?.values ?? {}).reduce((total, value) => total + value, 0);
  expect(sum).toBe(entries.reduce((total, { value }) => total + value, 0));
});

test("groups with nothing are no series", () => {
  expect(breakdown([{ key: "a", atMs: 0, value: 0 }], shape).series).toEqual([]);
});
