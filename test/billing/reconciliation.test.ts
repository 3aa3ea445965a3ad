// The daily comparison with Stripe, the proof of bills, their documents and how they are followed down.
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { listAlerts } from "#billing/alerts";
import { findOpenPeriod, openBillingDatabase } from "#billing/customers";
import { estimate, getBilling, getBillingProof, simulate } from "#billing/overview";
import {
  closePeriodWithInvoice,
  getInvoiceDocument,
  getInvoiceLineUsage,
  getInvoices,
  linkStripeInvoice,
  listLines,
  readBilledDays,
  type Invoice,
} from "#billing/invoices";
import { DEFAULT_PRICE_BOOK, pricingOf, pricingSettings } from "#billing/prices";
import { adjustUsage } from "#billing/proof";
import { reconcileInvoices } from "#billing/reconciliation";
import { createStripeInvoicesCollector, ensureCustomer } from "#billing/stripe";
import { systemClock } from "#shared/clock";
import { randomIds } from "#shared/ids";
import type { Pool } from "#shared/postgres";
import { DAY_MS, openUsageDatabase } from "#usage/reports";
import { storeActions, storeStorage } from "../../services/usage/store/counters-store.ts";
import { log, startTestStripe, type TestStripe } from "./emulator.ts";

let database: TestDatabase;
let billing: Pool;
let usage: Pool;
let stripe: TestStripe;

beforeAll(async () => {
  database = await createTestDatabase("billing_proof");
  billing = await openBillingDatabase(database.url);
  usage = await openUsageDatabase(database.url);
  stripe = await startTestStripe();
});

afterAll(async () => {
  await stripe.emulator.stop();
  await Promise.all([billing.end(), usage.end()]);
  await database.drop();
});

const startOfMonth = (): number => {
  const now = new Date(systemClock.now());
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1);
};

async function use(
  accountId: string,
  minuteMs: number,
  count: number,
  workflowType = "order",
): Promise<void> {
  await storeActions(usage, `cell-${accountId}`, [
    {
      namespace: `shop.${accountId}`,
      minuteMs,
      kind: "start_workflow",
      workflowType,
      taskQueue: "orders",
      count,
    },
  ]);
}

/** An account whose month is closed, with its invoice paid at Stripe. */
async function billed(
  accountId: string,
  cut?: number,
): Promise<{ invoice: Invoice; stripeCustomerId: string }> {
  const customer = await ensureCustomer(
    { stripe: stripe.client, billing, clock: systemClock, useTestClocks: true },
    { accountId, email: `owner@${accountId}.example`, name: `<${accountId}> & sons` },
  );
  const stripeCustomerId = customer.stripeCustomerId ?? "";
  await use(accountId, startOfMonth(), 400_000);
  await use(accountId, startOfMonth(), 200_000, "refund");
  await storeStorage(usage, `cell-${accountId}`, [
    {
      namespace: `shop.${accountId}`,
      hourMs: startOfMonth(),
      storageClass: "active",
      byteMilliseconds: String(86_400_000n * 1_000_000_000n),
    },
  ]);
  const period = await findOpenPeriod(billing, accountId);
  if (period === undefined) throw new Error("no period is open");
  const invoice = await closePeriodWithInvoice(
    { billing, usage, ids: randomIds, book: DEFAULT_PRICE_BOOK },
    { accountId, startMs: period.startMs, cutMs: cut ?? period.endMs },
  );
  const collector = createStripeInvoicesCollector(stripe.client);
  const drafted = await collector.draft({
    stripeCustomerId,
    invoice,
    lines: await listLines(billing, accountId, invoice.invoiceId),
    days: await readBilledDays(billing, accountId, invoice.invoiceId),
  });
  await linkStripeInvoice(billing, {
    accountId,
    invoiceId: invoice.invoiceId,
    stripeInvoiceId: drafted.stripeInvoiceId,
  });
  return { invoice: { ...invoice, stripeInvoiceId: drafted.stripeInvoiceId }, stripeCustomerId };
}

function reconcile() {
  const collector = createStripeInvoicesCollector(stripe.client);
  return reconcileInvoices({ billing, collector, log }, { sinceMs: 0 });
}

const pricing = pricingOf(pricingSettings.parse({}));
const readerOf = (accountId: string) => ({
  ...{ billing, usage, pricing, accountId },
  nowMs: systemClock.now(),
});

test("B2: a cent more at Stripe is an alert with the lines of both sides, once, and resolved when it is gone", async () => {
  const { invoice, stripeCustomerId } = await billed("cent");
  expect((await reconcile()).differences).toBe(0);
  const item = await stripe.client.invoiceItems.create({
    customer: stripeCustomerId,
    invoice: invoice.stripeInvoiceId ?? "",
    amount: 1,
    currency: "usd",
    description: "a cent too much",
  });

  expect((await reconcile()).differences).toBe(1);
  expect((await reconcile()).differences).toBe(1);
  const alerts = await listAlerts(billing, "cent");
  expect(alerts).toMatchObject([
    { kind: "invoice-difference", subject: invoice.invoiceId, resolvedAtMs: undefined },
  ]);
  expect(alerts[0]?.detail).toMatchObject({ ourCents: "1600", stripeCents: "1601" });
  expect(JSON.stringify(alerts[0]?.detail)).toContain("a cent too much");
  expect((await getBillingProof(readerOf("cent"))).periods?.[0]).toMatchObject({
    differenceCents: { value: 1 },
  });

  await stripe.client.invoiceItems.del(item.id);
  expect((await reconcile()).differences).toBe(0);
  expect((await listAlerts(billing, "cent"))[0]?.resolvedAtMs).toBeDefined();
});

test("an invoice that Stripe no longer has is an alert", async () => {
  const { invoice } = await billed("gone");
  await stripe.client.invoices.del(invoice.stripeInvoiceId ?? "");

  expect((await reconcile()).differences).toBe(1);
  expect(await listAlerts(billing, "gone")).toMatchObject([{ kind: "invoice-missing" }]);
});

test("B4: the proof shows meter and recount alike, every line standing on its usage, and nothing stranded", async () => {
  const { invoice } = await billed("proof");
  await use("proof", startOfMonth() + 60_000, 5);
  await use("proof", startOfMonth() - 100 * DAY_MS, 7);
  const before = await getBillingProof(readerOf("proof"));
  const byMeter = (proof: typeof before) => new Map(proof.clearing?.map((sum) => [sum.meter, sum]));

  expect(before.periods).toMatchObject([
    { invoiceId: invoice.invoiceId, isMeterProven: true, wrongLines: 0 },
  ]);
  expect(byMeter(before).get("actions")).toMatchObject({
    metered: "600012",
    invoiced: "600000",
    open: "5",
    stranded: "7",
  });

  const adjustment = {
    adjustmentId: "too-late",
    accountId: "proof",
    namespace: "shop.proof",
    dayMs: startOfMonth() - 100 * DAY_MS,
    kind: "start_workflow",
    workflowType: "order",
    reason: "known too late",
  };
  await expect(adjustUsage({ billing, usage }, { ...adjustment, quantity: 8n })).rejects.toMatchObject({
    code: "INVALID_ARGUMENT",
    field: "quantity",
  });
  await adjustUsage({ billing, usage }, { ...adjustment, quantity: 7n });
  await adjustUsage({ billing, usage }, { ...adjustment, quantity: 7n });
  expect(byMeter(await getBillingProof(readerOf("proof"))).get("actions")).toMatchObject({
    adjusted: "7",
    stranded: "0",
  });
});

test("usage that was adjusted is on no later invoice", async () => {
  await billed("adjusted");
  await use("adjusted", startOfMonth() + 60_000, 9);
  await adjustUsage(
    { billing, usage },
    {
      adjustmentId: "gift",
      accountId: "adjusted",
      namespace: "shop.adjusted",
      dayMs: startOfMonth(),
      kind: "start_workflow",
      workflowType: "order",
      quantity: 4n,
      reason: "an outage of ours",
    },
  );
  const period = await findOpenPeriod(billing, "adjusted");
  const next = await closePeriodWithInvoice(
    { billing, usage, ids: randomIds, book: DEFAULT_PRICE_BOOK },
    { accountId: "adjusted", startMs: period?.startMs ?? 0, cutMs: period?.endMs ?? 0 },
  );
  const lines = await listLines(billing, "adjusted", next.invoiceId);
  expect(lines.map((line) => line.quantity)).toEqual([5n]);
});

test("a line is followed down to namespace, day, workflow type and action kind, page by page; a stranger finds nothing", async () => {
  const { invoice } = await billed("down");
  const reader = { billing, accountId: "down" };
  const [listed] = (await getInvoices(reader, {})).invoices ?? [];
  const line = listed?.lines?.findIndex((each) => each.kind === "actions") ?? -1;
  const request = { invoiceId: invoice.invoiceId, line: { value: line }, pageSize: 1 };

  const first = await getInvoiceLineUsage(reader, request);
  const second = await getInvoiceLineUsage(reader, { ...request, pageToken: first.nextPageToken ?? "" });

  const all = [...(first.usage ?? []), ...(second.usage ?? [])];
  expect(all.map((each) => [each.namespace, each.kind, each.workflowType, each.quantity])).toEqual([
    ["shop.down", "start_workflow", "order", "400000"],
    ["shop.down", "start_workflow", "refund", "200000"],
  ]);
  expect(second.nextPageToken).toBe("");
  expect((await getInvoiceLineUsage(reader, { invoiceId: invoice.invoiceId })).usage).toHaveLength(3);
  const strangers = { billing, accountId: "proof" };
  await expect(getInvoiceLineUsage(strangers, request)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(getInvoiceDocument(strangers, request)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(getInvoiceLineUsage(reader, { ...request, line: { value: 99 } })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});

test("an invoice is a page and a PDF with its lines and total; names are escaped, and asking twice is the same bytes", async () => {
  const { invoice } = await billed("paper");
  const reader = { billing, accountId: "paper" };
  const html = await getInvoiceDocument(reader, { invoiceId: invoice.invoiceId });
  const pdf = await getInvoiceDocument(reader, { invoiceId: invoice.invoiceId, format: "pdf" });
  const again = await getInvoiceDocument(reader, { invoiceId: invoice.invoiceId, format: "pdf" });

  const page = Buffer.from(html.content ?? []).toString();
  expect(page).toContain("16.00 USD");
  expect(page).toContain("&lt;paper&gt; &amp; sons");
  expect(page).toContain("shop.paper: 600000 actions");
  expect(
    Buffer.from(pdf.content ?? [])
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
  expect(pdf).toMatchObject({ fileName: `${invoice.invoiceId}.pdf`, contentType: "application/pdf" });
  expect(Buffer.compare(Buffer.from(again.content ?? []), Buffer.from(pdf.content ?? []))).toBe(0);
  await expect(
    getInvoiceDocument(reader, { invoiceId: invoice.invoiceId, format: "docx" }),
  ).rejects.toMatchObject({
    field: "format",
  });
});

test("what is used after a test clock ended the period early is of the next one, and is spent there", async () => {
  await billed("early", systemClock.now());
  expect(await getBilling(readerOf("early"))).toMatchObject({ spentMicros: "0" });
  await storeActions(usage, "cell-early-again", [
    {
      namespace: "shop.early",
      minuteMs: Math.floor(systemClock.now() / 60_000) * 60_000,
      kind: "start_workflow",
      workflowType: "order",
      taskQueue: "orders",
      count: 40_000,
    },
  ]);
  const reader = readerOf("early");
  expect(await getBilling(reader)).toMatchObject({ spentMicros: "1000000" });
  expect(await estimate(reader, { actions: 40_000 })).toMatchObject({ beforeMicros: "1000000" });
});

test("what a month costs, what other prices would have made of it, and what more usage would change", async () => {
  await billed("spend");
  const reader = readerOf("spend");
  const simulated = await simulate(reader, { months: 1 });
  const estimated = await estimate(reader, { actions: 1_000_000, activeGbHours: 24 });

  expect(await getBilling(reader)).toMatchObject({ currency: "usd", priceBook: "default@1", plan: "" });
  const prices = new Map(simulated.months?.[0]?.prices?.map((each) => [each.priceBook, each.micros]));
  expect(simulated.months?.[0]).toMatchObject({ currentMicros: "16000000", invoicedCents: { value: 1_600 } });
  expect(prices.get("default@1")).toBe("16000000");
  expect(prices.get("public-essentials@1")).toBe("100000000");
  expect(prices.get("public-developer@1")).toBe("34108800");
  expect(estimated.differenceMicros).toBe("26000000");
  await expect(simulate(reader, { months: 13 })).rejects.toMatchObject({ field: "months" });
  await expect(estimate(reader, { actions: -1 })).rejects.toMatchObject({ field: "actions" });
  await expect(estimate(reader, { activeGbHours: Infinity })).rejects.toMatchObject({
    field: "active_gb_hours",
  });
});
