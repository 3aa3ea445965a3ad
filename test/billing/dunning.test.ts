// An account that does not pay: each step at its time, announced once, nothing deleted, and all of it lifted by paying;
// and budgets: told once per threshold, and the hard cap laid on and lifted.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { writeBudget } from "#billing/budgets";
import { findOpenPeriod, openBillingDatabase } from "#billing/customers";
import {
  applyCollected,
  closePeriodWithInvoice,
  findInvoiceOfPeriod,
  linkStripeInvoice,
  listLines,
} from "#billing/invoices";
import { adjustCredit, grantCredit } from "#billing/credits";
import { findDebtor, holdDunning } from "#billing/dunning";
import { DEFAULT_PRICE_BOOK } from "#billing/prices";
import { createStripeInvoicesCollector, ensureCustomer } from "#billing/stripe";
import { createDatabase, type Database } from "#domain/database";
import { systemClock } from "#shared/clock";
import { createEnvelope } from "#shared/envelope";
import { randomIds } from "#shared/ids";
import { applyMigrations } from "#shared/migrations";
import { outboundPolicy } from "#shared/outbound-http";
import { createPool, type Pool } from "#shared/postgres";
import { openUsageDatabase } from "#usage/reports";
import { storeActions } from "../../services/usage/store/counters-store.ts";
import { runBudgets } from "../../services/workflows/billing/run-budgets.ts";
import { runCreditNotices } from "../../services/workflows/billing/run-credit-notices.ts";
import { runDunning } from "../../services/workflows/billing/run-dunning.ts";
import { log, startTestStripe, type TestStripe } from "./emulator.ts";

const MIGRATIONS = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));
const signal = new AbortController().signal;

let testDatabase: TestDatabase;
let database: Database;
let billing: Pool;
let usage: Pool;
let stripe: TestStripe;

beforeAll(async () => {
  testDatabase = await createTestDatabase("billing_dunning");
  const { url } = testDatabase;
  const pool = createPool(url, { connectionsMax: 1, statementTimeoutMs: 30_000, applicationName: "test" });
  await applyMigrations(pool, MIGRATIONS);
  await pool.end();
  database = createDatabase(url);
  billing = await openBillingDatabase(url);
  usage = await openUsageDatabase(url);
  stripe = await startTestStripe();
});

afterAll(async () => {
  await stripe.emulator.stop();
  await Promise.all([billing.end(), usage.end(), database.close()]);
  await testDatabase.drop();
});

function ports(origins = "") {
  return {
    database,
    billing,
    usage,
    book: DEFAULT_PRICE_BOOK,
    collector: createStripeInvoicesCollector(stripe.client),
    clock: systemClock,
    ids: randomIds,
    envelope: createEnvelope("5".repeat(64)),
    publicUrl: "https://cloud.example",
    sinkPolicy: outboundPolicy(origins),
    log,
  };
}

async function account(accountId: string, actions: number): Promise<string> {
  const now = new Date(systemClock.now());
  await database.query.account.create({
    data: { id: accountId, name: accountId, state: "ACTIVE", createdAt: now, updatedAt: now },
  });
  const customer = await ensureCustomer(
    { stripe: stripe.client, billing, clock: systemClock, useTestClocks: true },
    { accountId, email: `owner@${accountId}.example`, name: accountId },
  );
  await storeActions(usage, `cell-${accountId}`, [
    {
      namespace: `shop.${accountId}`,
      minuteMs: Math.floor(systemClock.now() / 60_000) * 60_000,
      kind: "start_workflow",
      workflowType: "order",
      taskQueue: "orders",
      count: actions,
    },
  ]);
  return customer.stripeCustomerId ?? "";
}

async function giveCard(customer: string, card: string): Promise<void> {
  const method = await stripe.client.paymentMethods.attach(card, { customer });
  await stripe.client.customers.update(customer, { invoice_settings: { default_payment_method: method.id } });
}

/** A month whose charge was declined. */
async function owe(accountId: string, stripeCustomerId: string): Promise<void> {
  const { collector } = ports();
  const period = await findOpenPeriod(billing, accountId);
  if (period === undefined) throw new Error("no period is open");
  const invoice = await closePeriodWithInvoice(
    { billing, usage, ids: randomIds, book: DEFAULT_PRICE_BOOK },
    { accountId, startMs: period.startMs, cutMs: period.endMs },
  );
  const { invoiceId } = invoice;
  const lines = await listLines(billing, accountId, invoiceId);
  const { stripeInvoiceId } = await collector.draft({ stripeCustomerId, invoice, lines, days: [] });
  await linkStripeInvoice(billing, { accountId, invoiceId, stripeInvoiceId });
  await collector.finalize(stripeInvoiceId);
  await expect(collector.pay(stripeInvoiceId)).rejects.toMatchObject({ code: "FAILED_PRECONDITION" });
  await applyCollected(billing, await collector.read(stripeInvoiceId));
}

async function unpaidFor(accountId: string, days: number): Promise<void> {
  await billing.query(
    "update invoices set open_since = now() - make_interval(hours => $2) where account_id = $1",
    [accountId, days * 24 + 2],
  );
}

async function standing(accountId: string) {
  const row = await database.query.account.findUniqueOrThrow({ where: { id: accountId } });
  return [row.state, row.isPaymentOverdue, row.isOverBudget];
}

const subjects = async (accountId: string): Promise<string[]> => {
  const mails = await database.query.mail.findMany({ where: { accountId }, orderBy: { createdAt: "asc" } });
  return mails.map(({ subject }) => subject);
};

test("grace, then no new work, then suspension, each announced once; paying lifts all of it and deletes nothing", async () => {
  const accountId = "debtor";
  const customer = await account(accountId, 400_000);
  await giveCard(customer, "pm_card_chargeCustomerFail");
  await owe(accountId, customer);

  expect(await runDunning(ports(), signal)).toBe(0);
  const steps: unknown[] = [];
  for (const days of [0, 7, 14]) {
    await unpaidFor(accountId, days);
    await runDunning(ports(), signal);
    await runDunning(ports(), signal);
    steps.push(await standing(accountId));
  }
  expect(steps).toEqual([
    ["ACTIVE", false, false],
    ["ACTIVE", true, false],
    ["SUSPENDED", true, false],
  ]);

  await giveCard(customer, "pm_card_visa");
  await billing.query("update dunning set retried_at = now() - interval '25 hours'");
  const version = await database.query.directoryVersion.findFirstOrThrow();
  await runDunning(ports(), signal);
  await runDunning(ports(), signal);

  expect(await standing(accountId)).toEqual(["ACTIVE", false, false]);
  expect((await database.query.directoryVersion.findFirstOrThrow()).version).not.toEqual(version.version);
  expect(await subjects(accountId)).toEqual([
    "Your invoice could not be paid",
    "No new work is accepted: your invoice is overdue",
    "Your account is suspended: your invoice is overdue",
    "Your invoice is paid",
  ]);
  const period = await findOpenPeriod(billing, accountId);
  const paid = await findInvoiceOfPeriod(billing, accountId, monthBefore(period?.startMs ?? 0));
  expect(paid).toMatchObject({ state: "PAID", totalCents: 1_000n });
  const trail = await database.query.auditRecord.findMany({ where: { accountId } });
  expect(trail.map(({ operation }) => operation)).toEqual(Array(3).fill("SetAccountStanding"));
});

test("a hold lifts what was restricted until it ends, and then it is told and restricted again", async () => {
  const accountId = "held";
  const customer = await account(accountId, 400_000);
  await giveCard(customer, "pm_card_chargeCustomerFail");
  await owe(accountId, customer);
  await unpaidFor(accountId, 7);
  await runDunning(ports(), signal);
  expect(await standing(accountId)).toEqual(["ACTIVE", true, false]);

  await holdDunning(billing, { accountId, untilMs: systemClock.now() + 86_400_000, reason: "in talks" });
  await runDunning(ports(), signal);
  expect(await standing(accountId)).toEqual(["ACTIVE", false, false]);
  await holdDunning(billing, { accountId, untilMs: systemClock.now() - 1, reason: "the talks failed" });
  await runDunning(ports(), signal);

  expect(await standing(accountId)).toEqual(["ACTIVE", true, false]);
  expect(await subjects(accountId)).toEqual([
    "No new work is accepted: your invoice is overdue",
    "Your invoice could not be paid",
    "No new work is accepted: your invoice is overdue",
  ]);
});

test("an account without any payment method owes as one whose charge is declined", async () => {
  const accountId = "cardless";
  const customer = await account(accountId, 400_000);
  await stripe.client.customers.update(customer, { invoice_settings: { default_payment_method: "" } });
  await owe(accountId, customer);
  await unpaidFor(accountId, 0);
  await runDunning(ports(), signal);
  expect(await subjects(accountId)).toEqual(["Your invoice could not be paid"]);
  expect(await findDebtor(billing, accountId)).toMatchObject({ step: "GRACE", owedCents: 1_000n });
});

test("a credit is told of once for each time: before its end, and as it is used", async () => {
  const accountId = "credited";
  await account(accountId, 0);
  const now = systemClock.now();
  await grantCredit(billing, "usd", {
    ...{ grantId: "ending", accountId, name: "Welcome", category: "promotional", currency: "usd" },
    ...{ amountCents: 10_00n, effectiveAtMs: now - 1, expiresAtMs: now + 5 * 86_400_000 },
  });
  const use = (entryId: string, amountCents: bigint) =>
    adjustCredit(billing, { entryId, accountId, grantId: "ending", amountCents, reason: "used" });

  await runCreditNotices(ports(), signal);
  await runCreditNotices(ports(), signal);
  await use("half", -6_00n);
  await runCreditNotices(ports(), signal);
  await runCreditNotices(ports(), signal);

  expect(await subjects(accountId)).toEqual([
    'The credit "Welcome" ends in 7 days or less',
    'The credit "Welcome" is used to 50 %',
  ]);
});

function monthBefore(startMs: number): number {
  const start = new Date(startMs);
  return Date.UTC(start.getUTCFullYear(), start.getUTCMonth() - 1, 1);
}

test("a budget tells of each threshold once, by mail and webhook until it is taken; the hard cap comes and goes", async () => {
  const accountId = "spender";
  await account(accountId, 3_400_000);
  const received: Record<string, unknown>[] = [];
  let status = 500;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push(JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>);
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A listening TCP server has an AddressInfo.
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const budget = {
    accountId,
    amountMicros: 100_000_000n,
    thresholds: [50, 80, 100],
    emails: ["finance@spender.example"],
    webhookUrl: `${origin}/spend`,
    isHardCap: true,
    tellsUnusualDays: true,
    resourceVersion: 0,
  };
  expect(await writeBudget(billing, budget)).toBe(true);
  expect(await writeBudget(billing, { ...budget, resourceVersion: 7 })).toBe(false);

  await runBudgets(ports(origin), signal);
  status = 200;
  await runBudgets(ports(origin), signal);
  await runBudgets(ports(origin), signal);

  expect(received.map(({ percent }) => percent)).toEqual([50, 80, 50, 80]);
  expect(received[0]).toMatchObject({ type: "budget_threshold", currency: "usd", spentMicros: "85000000" });
  expect(await subjects(accountId)).toHaveLength(2);
  expect(await standing(accountId)).toEqual(["ACTIVE", false, false]);

  expect(await writeBudget(billing, { ...budget, amountMicros: 85_000_000n, resourceVersion: 1 })).toBe(true);
  await runBudgets(ports(origin), signal);
  expect(await standing(accountId)).toEqual(["ACTIVE", false, true]);
  expect(received.at(-1)).toMatchObject({ percent: 100 });

  expect(await writeBudget(billing, { ...budget, isHardCap: false, resourceVersion: 2 })).toBe(true);
  await runBudgets(ports(origin), signal);
  expect(await standing(accountId)).toEqual(["ACTIVE", false, false]);
  server.close();
  server.closeAllConnections();
});
