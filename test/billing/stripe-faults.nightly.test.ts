// The long form of stripe-faults.test.ts: 10,000 webhooks, and for a fifth of the accounts Stripe is away for 48 hours.
import { expect, test } from "vitest";
import { billThroughFaults } from "./fault-run.ts";

test("B1, B2, B3: months are billed once, to the cent, through 10,000 webhooks and every fault", async () => {
  const { accounts, webhooks, outages, faults } = await billThroughFaults({
    seed: 7,
    accountsMin: 100,
    webhooksMin: 10_000,
  });

  process.stdout.write(`${JSON.stringify({ accounts, webhooks, outages, faults })}\n`);
  expect(outages).toBeGreaterThanOrEqual(20);
  expect(webhooks).toBeGreaterThanOrEqual(10_000);
  expect(Object.values(faults).every((count) => count > 0)).toBe(true);
});
