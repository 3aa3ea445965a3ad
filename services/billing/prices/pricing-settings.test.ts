// What an installation sells, from its configuration.
import { expect, test } from "vitest";
import { priceBookId } from "./price-book.ts";
import { pricingOf, pricingSettings } from "./pricing-settings.ts";

test("without settings: the default prices, the smaller plans to choose from, and no trial", () => {
  const pricing = pricingOf(pricingSettings.parse({}));
  expect(priceBookId(pricing.defaultBook)).toBe("default@1");
  expect(pricing.offered.map(priceBookId)).toEqual([
    "default@1",
    "public-developer@1",
    "public-essentials@1",
    "public-business@1",
  ]);
  expect(pricing.trial).toEqual({ amountCents: 0n, days: 30 });
});

test("nothing to choose from is a choice, and a book that there is not is refused by name", () => {
  expect(pricingOf(pricingSettings.parse({ offeredPriceBooks: "" })).offered).toEqual([]);
  expect(() => pricingSettings.parse({ offeredPriceBooks: "default@1, free@1" })).toThrow(
    /must be of: default@1/,
  );
  expect(() => pricingSettings.parse({ defaultPriceBook: "free" })).toThrow(/must be of/);
  expect(() => pricingSettings.parse({ trialCreditCents: "-1" })).toThrow(/trialCreditCents/);
  expect(() => pricingSettings.parse({ trialDays: "0" })).toThrow(/trialDays/);
});
