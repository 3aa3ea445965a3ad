// Steps of the wall clock, back and forth, as a wrong time server or an operator makes them.
import { describe, expect, it } from "vitest";
import type { Clock } from "#shared/clock";
import { steadyClock } from "./steady-clock.ts";

const HOUR_MS = 3_600_000;
const START = 1_700_000_000_000;

/** A machine whose wall clock can be set. */
function machine(): { clock: Clock; pass(ms: number): void; step(ms: number): void } {
  let passed = 0;
  let stepped = 0;
  return {
    clock: { now: () => Math.floor(START + passed + stepped), monotonic: () => passed },
    pass: (ms) => (passed += ms),
    step: (ms) => (stepped += ms),
  };
}

describe("the time of a cell", () => {
  it("is that of the wall clock while nobody sets it", () => {
    const { clock, pass } = machine();
    const steady = steadyClock(clock);
    expect(steady.now()).toBe(START);
    pass(1_234);
    expect(steady.now()).toBe(START + 1_234);
  });

  it("follows a step ahead at once", () => {
    const { clock, step } = machine();
    const steady = steadyClock(clock);
    steady.now();
    step(HOUR_MS);
    expect(steady.now()).toBe(START + HOUR_MS);
  });

  it("goes on after a step back, at half the pace, and never back", () => {
    const { clock, pass, step } = machine();
    const steady = steadyClock(clock);
    steady.now();
    step(-HOUR_MS);
    expect(steady.now()).toBe(START);
    pass(10_000);
    expect(steady.now()).toBe(START + 5_000);
  });

  it("is the wall clock's again when that has caught up", () => {
    const { clock, pass, step } = machine();
    const steady = steadyClock(clock);
    steady.now();
    step(-HOUR_MS);
    for (let minute = 0; minute < 60; minute += 1) {
      pass(60_000);
      steady.now();
    }
    expect(steady.now() - clock.now()).toBe(HOUR_MS / 2);
    pass(2 * HOUR_MS);
    expect(steady.now()).toBe(clock.now());
  });

  it("never goes back in ten thousand steps of either kind, and advances with every second that passes", () => {
    const { clock, pass, step } = machine();
    const steady = steadyClock(clock);
    let before = steady.now();
    for (let count = 0; count < 10_000; count += 1) {
      step(((count * 7_919) % (2 * HOUR_MS)) - HOUR_MS);
      expect(steady.now()).toBeGreaterThanOrEqual(before);
      before = steady.now();
      pass(1_000);
      expect(steady.now()).toBeGreaterThan(before);
      before = steady.now();
    }
  });
});
