// One suite for both collectors: an invoice of ours becomes one at Stripe over the same total (B2), once, and can be paid,
// lowered and taken back.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { listAlerts } from "#billing/alerts";
import { grantCredit } from "#billing/credits";
import { findOpenPeriod, openBillingDatabase } from "#billing/customers";
import {
  closePeriodWithInvoice,
  discardInvoice,
  linkStripeInvoice,
  listLines,
  readBilledDays,
  type Invoice,
} from "#billing/invoices";
import { DEFAULT_PRICE_BOOK } from "#billing/prices";
import { reconcileInvoices } from "#billing/reconciliation";
import { addTerms } from "#billing/terms";
import {
  advanceTestClock,
  createStripeInvoicesCollector,
  createStripeMetersCollector,
  ensureCustomer,
  meterEventName,
  type Collector,
  type InvoiceToCollect,
} from "#billing/stripe";
import { systemClock } from "#shared/clock";
import { randomIds } from "#shared/ids";
import type { Pool } from "#shared/postgres";
import { openUsageDatabase } from "#usage/reports";
import { storeActions, storeStorage } from "../../services/usage/store/counters-store.ts";
import { log, startTestStripe, type TestStripe } from "./emulator.ts";

const HALF_HOUR_MS = 1_800_000;
const HOUR_MS = 3_600_000;

let database: TestDatabase;
let billing: Pool;
let usage: Pool;
let stripe: TestStripe;

beforeAll(async () => {
  database = await createTestDatabase("billing_collectors");
  billing = await openBillingDatabase(database.url);
  usage = await openUsageDatabase(database.url);
  stripe = await startTestStripe();
});

afterAll(async () => {
  await stripe.emulator.stop();
  await Promise.all([billing.end(), usage.end()]);
  await database.drop();
});

async function useSome(accountId: string, seed: number): Promise<void> {
  const now = systemClock.now();
  const namespace = `shop.${accountId}`;
  await storeActions(usage, `cell-${accountId}`, [
    {
      namespace,
      minuteMs: Math.floor(now / 60_000) * 60_000,
      kind: "start_workflow",
      workflowType: "order",
      taskQueue: "orders",
      count: 1_234_567 + seed,
    },
  ]);
  await storeStorage(usage, `cell-${accountId}`, [
    {
      namespace,
      hourMs: Math.floor(now / HOUR_MS) * HOUR_MS,
      storageClass: "active",
      byteMilliseconds: String(123_456_789_012_345_678n + BigInt(seed)),
    },
    {
      namespace,
      hourMs: Math.floor(now / HOUR_MS) * HOUR_MS,
      storageClass: "retained",
      byteMilliseconds: "9876543210987654321",
    },
  ]);
}

describe.each(["stripe-invoices", "stripe-meters"] as const)("%s", (name) => {
  let collector: Collector;

  beforeAll(() => {
    collector =
      name === "stripe-meters"
        ? createStripeMetersCollector(stripe.client, systemClock)
        : createStripeInvoicesCollector(stripe.client);
  });

  async function closedMonth(
    accountId: string,
    credit = 0n,
    agree: (accountId: string, startMs: number) => Promise<void> = () => Promise.resolve(),
  ): Promise<InvoiceToCollect & { invoice: Invoice }> {
    const id = `${accountId}-${name}`;
    const customer = await ensureCustomer(
      { stripe: stripe.client, billing, collector, clock: systemClock, useTestClocks: true },
      { accountId: id, email: `owner@${id}.example`, name: id },
    );
    const period = await findOpenPeriod(billing, id);
    if (period === undefined) throw new Error("no period is open");
    await useSome(id, accountId.length);
    await agree(id, period.startMs);
    if (credit > 0n) {
      await grantCredit(billing, "usd", {
        grantId: `credit-${id}`,
        accountId: id,
        name: "Welcome",
        category: "trial",
        currency: "usd",
        amountCents: credit,
        effectiveAtMs: period.startMs,
      });
    }
    const clockId = customer.stripeTestClockId ?? "";
    await advanceTestClock(stripe.client, clockId, { toMs: period.endMs + HALF_HOUR_MS });
    return closeMonth(id, customer.stripeCustomerId ?? "");
  }

  async function closeMonth(
    id: string,
    stripeCustomerId: string,
  ): Promise<InvoiceToCollect & { invoice: Invoice }> {
    const period = await findOpenPeriod(billing, id);
    if (period === undefined) throw new Error("no period is open");
    const invoice = await closePeriodWithInvoice(
      { billing, usage, ids: randomIds, book: DEFAULT_PRICE_BOOK, rounding: collector.rounding },
      { accountId: id, startMs: period.startMs, cutMs: period.endMs },
    );
    return {
      stripeCustomerId,
      invoice,
      lines: await listLines(billing, id, invoice.invoiceId),
      days: await readBilledDays(billing, id, invoice.invoiceId),
    };
  }

  test("B2: Stripe's total is ours to the cent, drafting twice is drafting once, and it is paid", async () => {
    const month = await closedMonth("whole");
    const drafted = await collector.draft(month);
    const again = await collector.draft(month);

    expect(drafted).toMatchObject({ state: "DRAFT", totalCents: month.invoice.totalCents });
    expect(again).toEqual(drafted);
    expect(month.invoice.totalCents).toBeGreaterThan(3_000n);
    expect(await collector.find(month.stripeCustomerId, month.invoice.invoiceId)).toBe(
      drafted.stripeInvoiceId,
    );
    await collector.finalize(drafted.stripeInvoiceId);
    await collector.pay(drafted.stripeInvoiceId);
    await collector.pay(drafted.stripeInvoiceId);
    expect(await collector.read(drafted.stripeInvoiceId)).toMatchObject({
      state: "PAID",
      totalCents: month.invoice.totalCents,
    });
  });

  test("B2: a changed book, and a plan for a part of the month, are billed to the cent and no usage twice", async () => {
    const books = [
      { id: "changed", priceBook: "public-essentials@1", day: 1 },
      { id: "partial", priceBook: "public-business@1", day: 20 },
    ];
    for (const { id, priceBook, day } of books) {
      const month = await closedMonth(id, 0n, async (accountId, startMs) => {
        const validFromMs = startMs + (day - 1) * 24 * HOUR_MS;
        await addTerms(billing, { accountId, priceBook, discountBasisPoints: 500, validFromMs });
      });
      const drafted = await collector.draft(month);
      expect(drafted.totalCents).toBe(month.invoice.totalCents);
      expect(month.invoice).toMatchObject({ priceBook, isAllowancePartial: id === "partial" });
      await collector.discard(drafted.stripeInvoiceId);
      const { accountId, periodStartMs: startMs, totalCents } = month.invoice;
      await discardInvoice(billing, { accountId, startMs });
      const next = await closeMonth(accountId, month.stripeCustomerId);
      const again = await collector.draft(next);
      expect(again).toMatchObject({ state: "DRAFT", totalCents });
      await collector.finalize(again.stripeInvoiceId);
      await collector.pay(again.stripeInvoiceId);
      expect((await collector.meterDifferences?.(next)) ?? []).toEqual([]);
      const { stripeCustomerId: customer } = month;
      const charged = await stripe.client.invoices.list({ customer, limit: 100 });
      const totals = charged.data.map(({ status, total }) => (status === "void" ? 0 : total));
      expect(totals.reduce((sum, total) => sum + total, 0)).toBe(Number(month.invoice.totalCents));
    }
  });

  test("credits are lines of the invoice: what is owed is less by them", async () => {
    const month = await closedMonth("credited", 10_00n);
    const drafted = await collector.draft(month);

    expect(month.invoice.creditCents).toBe(10_00n);
    expect(drafted.totalCents).toBe(month.invoice.totalCents);
  });

  test("an invoice that is paid is lowered by a credit note that pays back, once, and never by more than it was", async () => {
    const month = await closedMonth("refunded");
    const { stripeInvoiceId } = await collector.draft(month);
    await collector.finalize(stripeInvoiceId);
    await collector.pay(stripeInvoiceId);
    const note = { noteId: `note-${name}`, cents: 5_00n, reason: "an outage" };

    await collector.credit(stripeInvoiceId, note);
    await collector.credit(stripeInvoiceId, note);

    const notes = await stripe.client.creditNotes.list({ invoice: stripeInvoiceId });
    expect(notes.data).toMatchObject([{ amount: 500, type: "post_payment" }]);
    const payments = await stripe.client.invoicePayments.list({ invoice: stripeInvoiceId });
    const intent = String(payments.data[0]?.payment.payment_intent);
    expect((await stripe.client.refunds.list({ payment_intent: intent })).data).toMatchObject([
      { amount: 500 },
    ]);
    await expect(
      collector.credit(stripeInvoiceId, { ...note, noteId: "more", cents: month.invoice.totalCents }),
    ).rejects.toMatchObject({ code: "INTERNAL" });
  });

  test("an invoice that is final and not paid is voided, and a draft leaves nothing of ours", async () => {
    const month = await closedMonth("taken-back");
    const { stripeInvoiceId } = await collector.draft(month);
    await collector.discard(stripeInvoiceId);
    expect(await collector.find(month.stripeCustomerId, month.invoice.invoiceId)).toBeUndefined();

    await discardInvoice(billing, {
      accountId: month.invoice.accountId,
      startMs: month.invoice.periodStartMs,
    });
    const next = await closeMonth(month.invoice.accountId, month.stripeCustomerId);
    const again = await collector.draft(next);
    expect(again.totalCents).toBe(month.invoice.totalCents);
    await collector.finalize(again.stripeInvoiceId);
    expect(await collector.discard(again.stripeInvoiceId)).toMatchObject({ state: "VOID" });
  });
});

test("a meter that says something else than our usage is found by the daily comparison, and the alert goes when it is right", async () => {
  const accountId = "compared-meters";
  const collector = createStripeMetersCollector(stripe.client, systemClock);
  const customer = await ensureCustomer(
    { stripe: stripe.client, billing, collector, clock: systemClock, useTestClocks: true },
    { accountId, email: `owner@${accountId}.example`, name: accountId },
  );
  const period = await findOpenPeriod(billing, accountId);
  if (period === undefined) throw new Error("no period is open");
  await useSome(accountId, 0);
  const stripeCustomerId = customer.stripeCustomerId ?? "";
  await advanceTestClock(stripe.client, customer.stripeTestClockId ?? "", {
    toMs: period.endMs + HALF_HOUR_MS,
  });
  const invoice = await closePeriodWithInvoice(
    { billing, usage, ids: randomIds, book: DEFAULT_PRICE_BOOK, rounding: collector.rounding },
    { accountId, startMs: period.startMs, cutMs: period.endMs },
  );
  const lines = await listLines(billing, accountId, invoice.invoiceId);
  const days = await readBilledDays(billing, accountId, invoice.invoiceId);
  const { stripeInvoiceId } = await collector.draft({ stripeCustomerId, invoice, lines, days });
  await linkStripeInvoice(billing, { accountId, invoiceId: invoice.invoiceId, stripeInvoiceId });
  const compare = () => reconcileInvoices({ billing, collector, log }, { sinceMs: 0, accountId });
  const tell = (value: bigint) =>
    stripe.client.billing.meterEvents.create({
      event_name: meterEventName("actions"),
      payload: { stripe_customer_id: stripeCustomerId, value: String(value) },
      timestamp: Math.floor(systemClock.now() / 1000),
    });
  expect(await compare()).toEqual({ invoices: 1, differences: 0 });

  await tell(1_234_568n);
  expect(await compare()).toEqual({ invoices: 1, differences: 1 });
  const raised = await listAlerts(billing, accountId);
  const difference = { meter: "actions", ours: "1234567", stripes: "1234568" };
  expect(raised.find(({ kind }) => kind === "meter-difference")?.detail).toEqual({
    differences: [difference],
  });
  await tell(1_234_567n);
  expect(await compare()).toEqual({ invoices: 1, differences: 0 });
  const left = await listAlerts(billing, accountId);
  expect(left.filter(({ resolvedAtMs }) => resolvedAtMs === undefined)).toEqual([]);
});
