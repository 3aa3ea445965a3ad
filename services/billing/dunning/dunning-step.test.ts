// The steps of an unpaid invoice come in order, each at its time, and end with the payment.
import fc from "fast-check";
import { expect, test } from "vitest";
import { DUNNING_STEPS, dunningStep, nextStepAtMs } from "./dunning-step.ts";

const DAY_MS = 86_400_000;

test.each([
  [0, undefined],
  [3_600_000 - 1, undefined],
  [3_600_000, "GRACE"],
  [7 * DAY_MS - 1, "GRACE"],
  [7 * DAY_MS, "RESTRICTED"],
  [14 * DAY_MS - 1, "RESTRICTED"],
  [14 * DAY_MS, "SUSPENDED"],
  [400 * DAY_MS, "SUSPENDED"],
])("%i ms unpaid is %s", (unpaidMs, step) => {
  expect(dunningStep(1_000, 1_000 + unpaidMs)).toBe(step);
  expect(dunningStep(undefined, 1_000 + unpaidMs)).toBeUndefined();
});

test("until a hold ends an unpaid invoice is only told of, and then its step is what it would have been", () => {
  const held = 30 * DAY_MS;
  expect(dunningStep(0, 20 * DAY_MS, held)).toBe("GRACE");
  expect(dunningStep(0, held, held)).toBe("SUSPENDED");
  expect(dunningStep(0, 1, held)).toBeUndefined();
  expect(nextStepAtMs("GRACE", 0, held)).toBe(held);
  expect(nextStepAtMs("GRACE", 0, DAY_MS)).toBe(7 * DAY_MS);
});

test("a step never comes before the one before it, and the announced time of the next is right", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 60 * DAY_MS }),
      fc.integer({ min: 0, max: 60 * DAY_MS }),
      (a, b) => {
        const rank = (ms: number): number => {
          const step = dunningStep(0, ms);
          return step === undefined ? -1 : DUNNING_STEPS.indexOf(step);
        };
        expect(rank(Math.max(a, b))).toBeGreaterThanOrEqual(rank(Math.min(a, b)));
        const step = dunningStep(0, a);
        const next = step === undefined ? undefined : nextStepAtMs(step, 0);
        if (next === undefined) return;
        expect([dunningStep(0, next - 1), dunningStep(0, next) === step]).toEqual([step, false]);
      },
    ),
  );
});
