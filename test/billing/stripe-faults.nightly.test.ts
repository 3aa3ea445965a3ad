// The long form of stripe-faults.test.ts: 10,000 webhooks.
import { expect, test } from "vitest";
import { billThroughFaults } from "./fault-run.ts";

test("B1, B2, B3: months are billed once, to the cent, through 10,000 webhooks and every fault", async () => {
  const { webhooks, faults } = await billThroughFaults({ seed: 7, accountsMin: 100, webhooksMin: 10_000 });

  expect(webhooks).toBeGreaterThanOrEqual(10_000);
  expect(Object.values(faults).every((count) => count > 0)).toBe(true);
});
