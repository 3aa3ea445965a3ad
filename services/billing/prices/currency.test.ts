// Money in minor units: as many digits after the point as the currency has.
import { expect, test } from "vitest";
import { formatMoney, microsPerMinorUnit, readCurrency } from "./currency.ts";

test("a cent is 10,000 micros, a yen a million", () => {
  expect([microsPerMinorUnit("usd"), microsPerMinorUnit("jpy")]).toEqual([10_000n, 1_000_000n]);
});

test("amounts are written exactly, with the digits of their currency", () => {
  expect(formatMoney(52_500n, "usd")).toBe("525.00 USD");
  expect(formatMoney(-5n, "eur")).toBe("-0.05 EUR");
  expect(formatMoney(1_200n, "jpy")).toBe("1200 JPY");
});

test("a currency that is none of ours is refused with its field", () => {
  expect(readCurrency("USD", "currency")).toBe("usd");
  expect(() => readCurrency("dollars", "currency")).toThrow(/currency must be one of usd/);
});
