// Limits of dispatching: which one holds, how many tasks go in a time, and what a change of the limit does.
import { describe, expect, it } from "vitest";
import { temporal } from "#contracts";
import { DispatchLimits, SYSTEM_RATE } from "./dispatch-limits.ts";
import type { Place } from "./place.ts";

const { RateLimitSource } = temporal.api.enums.v1;
const START = 1_000_000;
const NO_WEIGHTS = new Map<string, number>();

/** How many tasks go between two times when there are always more. */
function dispatched(limits: DispatchLimits, from: number, until: number, place?: Place): number {
  let count = 0;
  for (let now = from; now < until; now += 1) {
    while (limits.queueReadyAt() <= now && limits.readyAt(place?.key ?? "") <= now && count < 1_000_000) {
      limits.consume(place, now, 1);
      count += 1;
    }
  }
  return count;
}

describe("DispatchLimits", () => {
  it("takes the limit that was set before the one that workers ask for, and the system's for none", () => {
    const limits = new DispatchLimits();
    expect(limits.effective()).toEqual({
      tasksPerSecond: SYSTEM_RATE,
      source: RateLimitSource.RATE_LIMIT_SOURCE_SYSTEM,
    });
    limits.setWorkerRate(7, START);
    expect(limits.effective()).toEqual({
      tasksPerSecond: 7,
      source: RateLimitSource.RATE_LIMIT_SOURCE_WORKER,
    });
    limits.setRules({ tasksPerSecond: 9, weights: NO_WEIGHTS }, START);
    expect(limits.effective()).toEqual({ tasksPerSecond: 9, source: RateLimitSource.RATE_LIMIT_SOURCE_API });
    limits.setRules({ weights: NO_WEIGHTS }, START);
    limits.setWorkerRate(undefined, START);
    expect(limits.isFree).toBe(true);
  });

  it("lets the rate go after a burst of one second's worth", () => {
    const limits = new DispatchLimits();
    limits.setRules({ tasksPerSecond: 20, weights: NO_WEIGHTS }, START);
    expect(dispatched(limits, START, START + 10_000)).toBe(20 + 20 * 10);
  });

  it("lets nothing go at a limit of zero, and goes on when it is raised", () => {
    const limits = new DispatchLimits();
    limits.setRules({ tasksPerSecond: 0, weights: NO_WEIGHTS }, START);
    expect(dispatched(limits, START, START + 5_000)).toBe(0);
    limits.setRules({ tasksPerSecond: 10, weights: NO_WEIGHTS }, START + 5_000);
    const count = dispatched(limits, START + 5_000, START + 7_000);
    expect(count).toBeGreaterThanOrEqual(19);
    expect(count).toBeLessThanOrEqual(21);
  });

  it("limits each key by itself, scaled by its weight or the one that overrides it", () => {
    const limits = new DispatchLimits();
    const weights = new Map([["override", 5]]);
    limits.setRules({ tasksPerSecondOfKey: 10, weights }, START);
    const until = START + 1_000;
    expect(dispatched(limits, START, until, { level: 3, key: "one", weight: 1 })).toBe(20);
    expect(dispatched(limits, START, until, { level: 3, key: "two", weight: 2 })).toBe(40);
    expect(dispatched(limits, START, until, { level: 3, key: "override", weight: 1 })).toBe(100);
    expect(dispatched(limits, START, until)).toBe(20);
  });

  it("gives back what was not used", () => {
    const limits = new DispatchLimits();
    limits.setRules({ tasksPerSecond: 1, weights: NO_WEIGHTS }, START);
    for (let count = 0; count < 100; count += 1) {
      limits.consume(undefined, START, 1);
      limits.consume(undefined, START, -1);
    }
    expect(dispatched(limits, START, START + 1)).toBe(2);
  });

  it("remembers a bounded number of keys", () => {
    const limits = new DispatchLimits();
    limits.setRules({ tasksPerSecondOfKey: 1, weights: NO_WEIGHTS }, START);
    for (let number = 0; number < 50_000; number += 1) {
      limits.consume({ level: 3, key: `k${String(number)}`, weight: 1 }, START, 1);
    }
    expect(limits.rememberedKeys).toBeLessThanOrEqual(10_001);
    expect(limits.readyAt("k49999")).toBeGreaterThan(0);
  });
});
