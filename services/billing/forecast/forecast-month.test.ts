// Forecasts: exact when days are alike, an interval when they are not, and never less than what is spent.
import fc from "fast-check";
import { expect, test } from "vitest";
import { forecastMonth, isUnusual } from "./forecast-month.ts";

const dollars = (amount: number): bigint => BigInt(amount * 1_000_000);

test("days that are all alike are carried on, without an interval", () => {
  const days = Array.from({ length: 10 }, () => dollars(10));
  expect(forecastMonth({ spentMicros: dollars(100), days, daysLeft: 20 })).toEqual({
    expectedMicros: dollars(300),
    lowMicros: dollars(300),
    highMicros: dollars(300),
  });
});

test("only the last four weeks count, and days that differ make an interval around the expected", () => {
  const days = [
    ...Array.from({ length: 30 }, () => dollars(1_000)),
    ...Array.from({ length: 28 }, (_, day) => dollars(day % 2 === 0 ? 8 : 12)),
  ];
  const forecast = forecastMonth({ spentMicros: 0n, days, daysLeft: 30 });
  expect(forecast.expectedMicros).toBe(dollars(300));
  expect(forecast.lowMicros).toBeLessThan(dollars(300));
  expect(forecast.highMicros - forecast.expectedMicros).toBe(forecast.expectedMicros - forecast.lowMicros);
});

test("a forecast is never less than what is spent, and its interval holds it", () => {
  const anyDays = fc.array(fc.bigInt(0n, 10n ** 10n), { maxLength: 60 });
  fc.assert(
    fc.property(
      fc.bigInt(0n, 10n ** 12n),
      anyDays,
      fc.integer({ min: 0, max: 31 }),
      (spentMicros, days, daysLeft) => {
        const { lowMicros, expectedMicros, highMicros } = forecastMonth({ spentMicros, days, daysLeft });
        expect(lowMicros >= spentMicros && lowMicros <= expectedMicros && expectedMicros <= highMicros).toBe(
          true,
        );
      },
    ),
  );
});

test("a day is unusual when it is far above a week of days before it, and worth telling", () => {
  const week = Array.from({ length: 7 }, (_, day) => dollars(10 + (day % 3)));
  expect(isUnusual(dollars(60), week)).toBe(true);
  expect(isUnusual(dollars(13), week)).toBe(false);
  expect(isUnusual(dollars(60), week.slice(1))).toBe(false);
  expect(
    isUnusual(
      900_000n,
      week.map(() => 1_000n),
    ),
  ).toBe(false);
});
