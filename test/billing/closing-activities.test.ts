// What the activities of closing a period do when things go wrong, and when each of them runs twice.
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { listAlerts } from "#billing/alerts";
import { findOpenPeriod, openBillingDatabase } from "#billing/customers";
import { findInvoiceOfPeriod, type Invoice } from "#billing/invoices";
import { createStripeInvoicesCollector, ensureCustomer } from "#billing/stripe";
import { createDatabase, type Database } from "#domain/database";
import { createOperation, getOperation } from "#domain/operations";
import { systemClock } from "#shared/clock";
import { createEnvelope } from "#shared/envelope";
import { outboundPolicy } from "#shared/outbound-http";
import { randomIds } from "#shared/ids";
import { applyMigrations } from "#shared/migrations";
import { createPool, type Pool } from "#shared/postgres";
import { storeActions } from "../../services/usage/store/counters-store.ts";
import type { ClosingInput } from "../../services/workflows/billing/billing.activities.ts";
import {
  openBilling,
  type BillingActivities,
  type OpenBilling,
} from "../../services/workflows/billing/index.ts";
import { openUsageDatabase } from "#usage/reports";
import { log, startTestStripe, type TestStripe } from "./emulator.ts";

const MIGRATIONS = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));

let testDatabase: TestDatabase;
let database: Database;
let billing: Pool;
let usage: Pool;
let stripe: TestStripe;
let opened: OpenBilling;
let activities: BillingActivities;

beforeAll(async () => {
  testDatabase = await createTestDatabase("billing_activities");
  const { url } = testDatabase;
  const pool = createPool(url, { connectionsMax: 1, statementTimeoutMs: 30_000, applicationName: "test" });
  await applyMigrations(pool, MIGRATIONS);
  await pool.end();
  database = createDatabase(url);
  billing = await openBillingDatabase(url);
  usage = await openUsageDatabase(url);
  stripe = await startTestStripe();
  opened = await openBilling({
    database,
    billing,
    usageDatabaseUrl: url,
    stripe: stripe.client,
    collector: createStripeInvoicesCollector(stripe.client),
    clock: systemClock,
    envelope: createEnvelope("5".repeat(64)),
    publicUrl: "https://cloud.example",
    sinkPolicy: outboundPolicy(""),
    log,
  });
  ({ activities } = opened);
});

afterAll(async () => {
  await opened.close();
  await stripe.emulator.stop();
  await Promise.all([billing.end(), usage.end(), database.close()]);
  await testDatabase.drop();
});

/** An account with usage, and the operation that closes its period. */
async function begin(accountId: string): Promise<ClosingInput> {
  await ensureCustomer(
    { stripe: stripe.client, billing, clock: systemClock, useTestClocks: true },
    { accountId, email: `owner@${accountId}.example`, name: accountId },
  );
  const now = systemClock.now();
  await storeActions(usage, "cell-a", [
    {
      namespace: `shop.${accountId}`,
      minuteMs: Math.floor(now / 60_000) * 60_000,
      kind: "start_workflow",
      workflowType: "order",
      taskQueue: "orders",
      count: 400_000,
    },
  ]);
  const period = await findOpenPeriod(billing, accountId);
  if (period === undefined) throw new Error("no period is open");
  const operationId = randomIds.uuid();
  const input = {
    accountId,
    operationId,
    periodStartMs: period.startMs,
    periodEndMs: period.endMs,
    cutMs: now,
  };
  await database.transaction((tx) =>
    createOperation(tx, {
      accountId,
      id: operationId,
      operationType: "AdvanceTestClock",
      request: { typeName: "cellplane.cloud.v1.AdvanceTestClockRequest", message: {} },
      principalId: "test",
      now,
      resourceId: "",
      workflow: { workflowType: "closeBillingPeriod", input },
    }),
  );
  return input;
}

function invoiceOf(input: ClosingInput): Promise<Invoice | undefined> {
  return findInvoiceOfPeriod(billing, input.accountId, input.periodStartMs);
}

async function stateOf({ accountId, operationId }: ClosingInput): Promise<string> {
  return (await getOperation(database.query, { accountId, operationId })).state;
}

test("P3: every activity twice is one paid invoice and one finished operation", async () => {
  const input = await begin("twice");
  const { endPeriodAtStripe, awaitUsage, makeInvoice, draftAtStripe } = activities;
  const { compareTotals, collectInvoice, awaitPayment, finishClosing } = activities;
  const steps = [endPeriodAtStripe, awaitUsage, makeInvoice, draftAtStripe, compareTotals, collectInvoice];
  for (const step of [...steps, awaitPayment, finishClosing]) {
    await step(input);
    await step(input);
  }

  expect(await invoiceOf(input)).toMatchObject({
    state: "PAID",
    totalCents: 1_000n,
    stripeTotalCents: 1_000n,
  });
  expect(await stateOf(input)).toBe("FULFILLED");
}, 60_000);

test("B2: an invoice that Stripe totals differently is raised, not issued, and leaves nothing", async () => {
  const input = await begin("differs");
  await activities.makeInvoice(input);
  await activities.draftAtStripe(input);
  const drafted = await invoiceOf(input);
  const { stripeCustomerId } = await customerIds("differs");
  await stripe.client.invoiceItems.create({
    customer: stripeCustomerId,
    invoice: drafted?.stripeInvoiceId ?? "",
    amount: 1,
    currency: "usd",
  });

  await expect(activities.compareTotals(input)).rejects.toMatchObject({ code: "FAILED_PRECONDITION" });
  await activities.discardAtStripe(input);
  await activities.discardInvoice(input);
  await activities.failClosing({ ...input, reason: "The invoice did not pass its check." });

  const alerts = await listAlerts(billing, "differs");
  expect(alerts).toMatchObject([
    { kind: "closing-difference", subject: new Date(input.periodStartMs).toISOString() },
  ]);
  expect(alerts[0]?.detail).toMatchObject({ ourCents: "1000", stripeCents: "1001" });
  expect(await invoiceOf(input)).toBeUndefined();
  expect(await findOpenPeriod(billing, "differs")).toMatchObject({ startMs: input.periodStartMs });
  const left = await stripe.client.invoices.list({ customer: stripeCustomerId });
  expect(left.data.filter((each) => each.billing_reason === "manual")).toEqual([]);
  expect(await stateOf(input)).toBe("FAILED");
});

test("an invoice that was paid stays paid when a later step fails", async () => {
  const input = await begin("paid");
  await activities.makeInvoice(input);
  await activities.draftAtStripe(input);
  await activities.collectInvoice(input);

  await activities.discardAtStripe(input);
  await activities.discardInvoice(input);
  await activities.failClosing({ ...input, reason: "A later step failed." });

  expect(await invoiceOf(input)).toMatchObject({ state: "PAID" });
  expect(await stateOf(input)).toBe("FULFILLED");
});

test("a declined card closes the period with an open invoice", async () => {
  const input = await begin("declined");
  const { stripeCustomerId } = await customerIds("declined");
  const card = await stripe.client.paymentMethods.attach("pm_card_chargeCustomerFail", {
    customer: stripeCustomerId,
  });
  await stripe.client.customers.update(stripeCustomerId, {
    invoice_settings: { default_payment_method: card.id },
  });

  await activities.makeInvoice(input);
  await activities.draftAtStripe(input);
  await activities.collectInvoice(input);

  const invoice = await invoiceOf(input);
  const atStripe = await stripe.client.invoices.retrieve(invoice?.stripeInvoiceId ?? "");
  expect(atStripe).toMatchObject({ status: "open", total: 1_000, amount_paid: 0 });
  expect((await findOpenPeriod(billing, "declined"))?.startMs).toBe(input.periodEndMs);
});

async function customerIds(accountId: string): Promise<{ stripeCustomerId: string }> {
  const { rows } = await billing.query<{ id: string }>(
    "select stripe_customer_id as id from customers where account_id = $1",
    [accountId],
  );
  return { stripeCustomerId: rows[0]?.id ?? "" };
}
