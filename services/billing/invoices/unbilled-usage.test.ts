// What is billed next is the meter less what was billed; only a top-up falls, beside the late actions that made it fall.
import { describe, expect, test } from "vitest";
import { unbilledUsage, type UsageEntry } from "./unbilled-usage.ts";

const DAY_MS = 86_400_000;
const entry = (kind: string, quantity: bigint, dayMs = 0, namespace = "shop.acme"): UsageEntry => ({
  ...{ namespace, dayMs, kind, quantity },
  workflowType: kind === "provisioned_capacity" ? "" : "order",
});
const rest = (metered: UsageEntry[], billed: UsageEntry[]) =>
  unbilledUsage(metered, billed, DAY_MS).map(({ kind, quantity, isLate }) => [kind, quantity, isLate]);

test("the meter less what was billed, and what is of earlier days is late", () => {
  expect(
    rest([entry("start_timer", 10n), entry("start_timer", 5n, DAY_MS)], [entry("start_timer", 7n)]),
  ).toEqual([
    ["start_timer", 3n, true],
    ["start_timer", 5n, false],
  ]);
});

test("U2: a counter that fell is a bug, not a refund", () => {
  expect(() => rest([entry("start_timer", 6n)], [entry("start_timer", 7n)])).toThrow(
    /more was billed than metered/,
  );
  expect(() => rest([], [entry("start_timer", 7n)])).toThrow(/more was billed than metered/);
});

describe("a top-up that fell after it was billed", () => {
  const billed = [entry("start_timer", 500n), entry("provisioned_capacity", 580n)];

  test("is taken off beside the late actions of its day: the hour costs what it should have", () => {
    expect(rest([entry("start_timer", 800n), entry("provisioned_capacity", 280n)], billed)).toEqual([
      ["start_timer", 300n, true],
      ["provisioned_capacity", -300n, true],
    ]);
    expect(rest([entry("start_timer", 5_000n)], billed)).toEqual([
      ["start_timer", 4_500n, true],
      ["provisioned_capacity", -580n, true],
    ]);
  });

  test("never takes more than the namespace's new actions of that day: the rest waits", () => {
    const capacity = entry("provisioned_capacity", 280n);
    expect(rest([entry("start_timer", 500n), capacity], billed)).toEqual([]);
    expect(rest([entry("start_timer", 600n), capacity], billed)).toEqual([
      ["start_timer", 100n, true],
      ["provisioned_capacity", -100n, true],
    ]);
    const elsewhere = [entry("start_timer", 900n, DAY_MS), entry("start_timer", 900n, 0, "pay.acme")];
    expect(rest([entry("start_timer", 500n), capacity, ...elsewhere], billed)).toEqual([
      ["start_timer", 900n, false],
      ["start_timer", 900n, true],
    ]);
  });

  test("is settled by and by, once", () => {
    const metered = [entry("start_timer", 900n), entry("provisioned_capacity", 280n)];
    const before = [...billed, entry("start_timer", 100n), entry("provisioned_capacity", -100n)];
    expect(rest(metered, before)).toEqual([
      ["start_timer", 300n, true],
      ["provisioned_capacity", -200n, true],
    ]);
  });
});
