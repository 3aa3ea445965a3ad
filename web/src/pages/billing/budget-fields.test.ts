// A budget survives its form; what is typed wrongly is not turned into something else that is right.
import { expect, test } from "vitest";
import { budgetOf, fieldsOf } from "./budget-fields.ts";

test("a budget is the same after a visit to the form", () => {
  const spec = {
    amountCents: 123_456_789,
    thresholdPercents: [50, 100],
    emails: ["a@example.com", "b@example.com"],
    webhookUrl: "https://example.com/x",
    hardCap: true,
    tellUnusualDays: false,
  };
  expect(budgetOf(fieldsOf(spec, "usd"), "usd")).toEqual(spec);
  expect(budgetOf(fieldsOf({ ...spec, amountCents: 900 }, "jpy"), "jpy").amountCents).toBe(900);
});

test("typing errors reach the API as what it refuses", () => {
  const fields = { ...fieldsOf(undefined, "usd"), amount: "ten", thresholds: "50, much" };
  expect(budgetOf(fields, "usd")).toMatchObject({ amountCents: 0, thresholdPercents: [50, 0] });
});
