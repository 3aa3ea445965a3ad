// Credits as Stripe shows them: told when granted, used, changed, taken back; what ended before is left alone, and where
// Stripe would spend grants itself, none is made.
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { adjustCredit, grantCredit, voidCredit } from "#billing/credits";
import { addCustomer, findOpenPeriod, openBillingDatabase, setStripeIds } from "#billing/customers";
import { closePeriodWithInvoice } from "#billing/invoices";
import { DEFAULT_PRICE_BOOK } from "#billing/prices";
import {
  createStripeInvoicesCollector,
  createStripeMetersCollector,
  ensureCustomer,
  mirrorCredits,
} from "#billing/stripe";
import { systemClock } from "#shared/clock";
import { randomIds } from "#shared/ids";
import type { Pool } from "#shared/postgres";
import { openUsageDatabase } from "#usage/reports";
import { storeActions } from "../../services/usage/store/counters-store.ts";
import { log, startTestStripe, type TestStripe } from "./emulator.ts";

const DAY_MS = 86_400_000;

let database: TestDatabase;
let billing: Pool;
let usage: Pool;
let stripe: TestStripe;

beforeAll(async () => {
  database = await createTestDatabase("mirrored_credits");
  billing = await openBillingDatabase(database.url);
  usage = await openUsageDatabase(database.url);
  stripe = await startTestStripe();
});

afterAll(async () => {
  await stripe.emulator.stop();
  await Promise.all([billing.end(), usage.end()]);
  await database.drop();
});

async function customer(accountId: string): Promise<string> {
  const made = await ensureCustomer(
    { stripe: stripe.client, billing, clock: systemClock, useTestClocks: false },
    { accountId, email: `owner@${accountId}.example`, name: accountId },
  );
  return made.stripeCustomerId ?? "";
}

function grant(accountId: string, grantId: string, more: object = {}) {
  const now = systemClock.now();
  return grantCredit(billing, "usd", {
    ...{ grantId, accountId, name: grantId, category: "promotional", currency: "usd", amountCents: 10_00n },
    ...{ effectiveAtMs: now - DAY_MS, expiresAtMs: now + 400 * DAY_MS },
    ...more,
  });
}

const mirror = (collector = createStripeInvoicesCollector(stripe.client)) =>
  mirrorCredits({ stripe: stripe.client, billing, collector, clock: systemClock, log });

async function shown(stripeCustomerId: string) {
  const { data } = await stripe.client.billing.creditGrants.list({ customer: stripeCustomerId });
  return Object.fromEntries(data.map((each) => [each.metadata["cellplane_grant"] ?? "", each]));
}

test("a grant is shown once with its amount, end and balance, and again only when something changed", async () => {
  const stripeCustomerId = await customer("shown");
  await grant("shown", "welcome");

  expect(await mirror()).toBe(1);
  expect(await mirror()).toBe(0);
  await adjustCredit(billing, {
    entryId: "less",
    accountId: "shown",
    grantId: "welcome",
    amountCents: -1_00n,
    reason: "by mistake",
  });
  expect(await mirror()).toBe(1);

  const { welcome } = await shown(stripeCustomerId);
  expect(welcome).toMatchObject({
    amount: { monetary: { currency: "usd", value: 1_000 } },
    category: "promotional",
    metadata: { cellplane_balance: "900" },
    voided_at: null,
  });
  expect(welcome?.expires_at).toBeGreaterThan(systemClock.now() / 1000);
});

test("one that an invoice used up expires there, one that was taken back is void", async () => {
  const stripeCustomerId = await customer("used");
  await grant("used", "small", { amountCents: 1_00n });
  await grant("used", "mistaken", { priority: 100 });
  await mirror();
  await storeActions(usage, "cell-used", [
    {
      namespace: "shop.used",
      minuteMs: Math.floor(systemClock.now() / 60_000) * 60_000,
      kind: "start_workflow",
      workflowType: "order",
      taskQueue: "orders",
      count: 40_000,
    },
  ]);
  const period = await findOpenPeriod(billing, "used");
  if (period === undefined) throw new Error("no period is open");
  await closePeriodWithInvoice(
    { billing, usage, ids: randomIds, book: DEFAULT_PRICE_BOOK },
    { accountId: "used", startMs: period.startMs, cutMs: period.endMs },
  );
  await voidCredit(billing, { accountId: "used", grantId: "mistaken", atMs: systemClock.now() });

  expect(await mirror()).toBe(1 + 1);
  expect(await mirror()).toBe(0);

  const { small, mistaken } = await shown(stripeCustomerId);
  expect(small?.metadata["cellplane_balance"]).toBe("0");
  expect(small?.expires_at).toBeLessThanOrEqual(systemClock.now() / 1000);
  expect(mistaken?.voided_at).not.toBeNull();
});

test("what ended before Stripe had it is not told, and a customer that is gone keeps no other waiting", async () => {
  const past = systemClock.now() - DAY_MS;
  const stripeCustomerId = await customer("late");
  await grant("late", "over", { effectiveAtMs: past - 1, expiresAtMs: past });
  await addCustomer(billing, { accountId: "gone", email: "x@gone.example", name: "gone" });
  await setStripeIds(billing, "gone", { customerId: "cus_gone" });
  await grant("gone", "a-first");
  await grant("late", "current");

  expect(await mirror()).toBe(1);
  expect(Object.keys(await shown(stripeCustomerId))).toEqual(["current"]);
});

test("where Stripe bills by its own meters it would spend the grants as well: none is made there", async () => {
  const stripeCustomerId = await customer("metered");
  await grant("metered", "twice");
  expect(await mirror(createStripeMetersCollector(stripe.client, systemClock))).toBe(0);
  expect(await shown(stripeCustomerId)).toEqual({});
});
