// B1, B2, B3 through a Stripe that throttles, refuses, loses answers of calls that took effect and goes away, and whose
// webhooks come twice, late and out of order. The long form is stripe-faults.nightly.test.ts.
import { expect, test } from "vitest";
import { billThroughFaults } from "./fault-run.ts";

test("B1, B2, B3: every month is billed once, to the cent, whatever Stripe does meanwhile", async () => {
  const { webhooks, outages, faults } = await billThroughFaults({
    seed: 20_261_128,
    accountsMin: 6,
    webhooksMin: 100,
  });

  expect(webhooks).toBeGreaterThanOrEqual(60);
  expect(outages).toBeGreaterThanOrEqual(2);
  expect(Object.values(faults).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(3);
}, 180_000);
