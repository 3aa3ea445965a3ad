// A billing period from usage to a paid invoice, with the real stripe package against the emulator.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually } from "#harness/eventually";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { findOpenPeriod, openBillingDatabase, type Period } from "#billing/customers";
import {
  applyCollected,
  closePeriodWithInvoice,
  discardInvoice,
  findInvoice,
  linkStripeInvoice,
  listLines,
  type Invoice,
} from "#billing/invoices";
import { DEFAULT_PRICE_BOOK } from "#billing/prices";
import {
  advanceTestClock,
  createStripeInvoicesCollector,
  ensureCustomer,
  receiveWebhook,
  type Collector,
} from "#billing/stripe";
import { systemClock } from "#shared/clock";
import { randomIds } from "#shared/ids";
import type { Pool } from "#shared/postgres";
import { openUsageDatabase } from "#usage/reports";
import { storeActions, storeStorage } from "../../services/usage/store/counters-store.ts";
import {
  log,
  startTestStripe,
  startWebhookInbox,
  WEBHOOK_SECRET,
  type TestStripe,
  type WebhookInbox,
} from "./emulator.ts";

let database: TestDatabase;
let billing: Pool;
let usage: Pool;
let stripe: TestStripe;
let inbox: WebhookInbox;
let collector: Collector;

beforeAll(async () => {
  database = await createTestDatabase("billing_close");
  billing = await openBillingDatabase(database.url);
  usage = await openUsageDatabase(database.url);
  inbox = await startWebhookInbox();
  stripe = await startTestStripe({ webhookUrl: inbox.url });
  collector = createStripeInvoicesCollector(stripe.client);
  const ports = { stripe: stripe.client, billing, secret: WEBHOOK_SECRET, log };
  inbox.answer = async (webhook) => {
    await receiveWebhook(ports, webhook);
    return 200;
  };
});

afterAll(async () => {
  await stripe.emulator.stop();
  await inbox.stop();
  await Promise.all([billing.end(), usage.end()]);
  await database.drop();
});

function customerPorts() {
  return { stripe: stripe.client, billing, clock: systemClock, useTestClocks: true };
}

async function signUp(
  accountId: string,
): Promise<{ period: Period; stripeCustomerId: string; testClockId: string }> {
  const customer = await ensureCustomer(customerPorts(), {
    accountId,
    email: `owner@${accountId}.example`,
    name: accountId,
  });
  const period = await findOpenPeriod(billing, accountId);
  if (
    period === undefined ||
    customer.stripeCustomerId === undefined ||
    customer.stripeTestClockId === undefined
  )
    throw new Error("the customer is not complete");
  return { period, stripeCustomerId: customer.stripeCustomerId, testClockId: customer.stripeTestClockId };
}

async function use(namespace: string, count: number, minuteMs = systemClock.now()): Promise<void> {
  const minute = Math.floor(minuteMs / 60_000) * 60_000;
  const action = { namespace, minuteMs: minute, workflowType: "order", taskQueue: "orders" };
  await storeActions(usage, "cell-a", [
    { ...action, kind: "start_workflow", count },
    { ...action, kind: "start_timer", count: 2 * count },
  ]);
  const hourMs = Math.floor(minuteMs / 3_600_000) * 3_600_000;
  await storeStorage(usage, "cell-a", [
    { namespace, hourMs, storageClass: "active", byteMilliseconds: String(BigInt(count) * 10n ** 15n) },
  ]);
}

function close(period: Period): Promise<Invoice> {
  const closing = { billing, usage, ids: randomIds, book: DEFAULT_PRICE_BOOK };
  return closePeriodWithInvoice(closing, {
    accountId: period.accountId,
    startMs: period.startMs,
    cutMs: systemClock.now(),
  });
}

async function collect(invoice: Invoice, stripeCustomerId: string): Promise<string> {
  const lines = await listLines(billing, invoice.accountId, invoice.invoiceId);
  const drafted = await collector.draft({ stripeCustomerId, invoice, lines, days: [] });
  const { stripeInvoiceId } = drafted;
  await linkStripeInvoice(billing, { ...invoice, stripeInvoiceId });
  expect(drafted.totalCents).toBe(invoice.totalCents);
  await collector.finalize(stripeInvoiceId);
  await collector.pay(stripeInvoiceId);
  return stripeInvoiceId;
}

describe("closing a billing period", () => {
  test("B1, B2, B3: our rating is Stripe's invoice to the cent, and its webhook marks it paid, once however often it comes", async () => {
    const { period, stripeCustomerId, testClockId } = await signUp("acme");
    await use("shop.acme", 100_003);
    await use("mail.acme", 77);
    await advanceTestClock(stripe.client, testClockId, { toMs: period.endMs + 3_600_000 });

    const invoice = await close(period);
    const stripeInvoiceId = await collect(invoice, stripeCustomerId);

    const paid = await eventually(async () => {
      const found = await findInvoice(billing, "acme", invoice.invoiceId);
      return found?.state === "PAID" ? found : undefined;
    });
    const actions = 3n * (100_003n + 77n);
    const storage = ((100_003n + 77n) * 10n ** 15n * 1_000_000n) / (1_000_000_000n * 86_400_000n);
    expect(invoice.totalMicros).toBe(actions * 25n + storage);
    const atStripe = await stripe.client.invoices.retrieve(stripeInvoiceId);
    expect(BigInt(atStripe.total)).toBe(paid.totalCents);
    expect(atStripe.amount_paid).toBe(atStripe.total);
    expect(paid.stripeTotalCents).toBe(paid.totalCents);

    const before = await snapshot("acme");
    const ports = { stripe: stripe.client, billing, secret: WEBHOOK_SECRET, log };
    for (const webhook of [...inbox.received, ...inbox.received].reverse()) {
      expect((await receiveWebhook(ports, webhook)).outcome).toBe("repeated");
    }
    expect(await snapshot("acme")).toEqual(before);
  });

  test("B2: every step twice is one invoice with each line once", async () => {
    const { period, stripeCustomerId } = await signUp("twice");
    await use("shop.twice", 50_000);

    const first = await close(period);
    const again = await close(period);
    await collect(first, stripeCustomerId);
    const stripeInvoiceId = await collect(again, stripeCustomerId);

    expect(again.invoiceId).toBe(first.invoiceId);
    const lines = await stripe.client.invoices.listLineItems(stripeInvoiceId, { limit: 100 });
    expect(lines.data).toHaveLength(2);
    const ours = await stripe.client.invoices.list({ customer: stripeCustomerId });
    expect(ours.data.filter((each) => each.billing_reason === "manual")).toHaveLength(1);
  });

  test("B4: usage that comes later is on the next invoice, and none is on two", async () => {
    const { period } = await signUp("later");
    await use("shop.later", 1_000);
    const first = await close(period);
    await use("shop.later", 1_600);
    await use("shop.later", 40, period.startMs - 5 * 86_400_000);
    const next = await findOpenPeriod(billing, "later");
    if (next === undefined) throw new Error("no period is open");

    const second = await close(next);

    expect(next.startMs).toBe(period.endMs);
    const lines = await listLines(billing, "later", second.invoiceId);
    const actions = lines.filter((line) => line.meter === "actions");
    expect(first.totalMicros + second.totalMicros).toBe(3n * 1_640n * 25n + storageMicros(1_640n));
    expect(actions.map((line) => [line.quantity, line.isLate])).toEqual([
      [1_800n, false],
      [120n, true],
    ]);
    const { rows } = await billing.query<{ sum: string }>(
      "select sum(quantity)::text as sum from billed_usage where account_id = 'later' and kind not like '%storage'",
    );
    expect(rows[0]?.sum).toBe(String(3 * 1_640));
  });

  test("P2: discarding a draft opens the period again and leaves nothing", async () => {
    const { period, stripeCustomerId } = await signUp("undo");
    await use("shop.undo", 9_000);
    const invoice = await close(period);
    const lines = await listLines(billing, "undo", invoice.invoiceId);
    const drafted = await collector.draft({ stripeCustomerId, invoice, lines, days: [] });

    for (let times = 0; times < 2; times += 1) {
      await collector.discard(drafted.stripeInvoiceId);
      await discardInvoice(billing, period);
    }

    expect(await findOpenPeriod(billing, "undo")).toEqual(period);
    expect(await findInvoice(billing, "undo", invoice.invoiceId)).toBeUndefined();
    const manual = await stripe.client.invoices.list({ customer: stripeCustomerId });
    expect(manual.data.filter((each) => each.billing_reason === "manual")).toEqual([]);
  });

  test("P3: a customer made twice is one customer, clock, card and subscription", async () => {
    await signUp("single");
    const { stripeCustomerId, testClockId } = await signUp("single");

    const customers = await stripe.client.customers.list({ test_clock: testClockId });
    const subscriptions = await stripe.client.subscriptions.list({ customer: stripeCustomerId });
    const cards = await stripe.client.paymentMethods.list({ customer: stripeCustomerId });

    expect(customers.data.map((each) => each.id)).toEqual([stripeCustomerId]);
    expect(subscriptions.data).toHaveLength(1);
    expect(subscriptions.data[0]?.billing_mode.type).toBe("flexible");
    expect(cards.data).toHaveLength(1);
  });
});

describe("webhooks", () => {
  test("B3: a forged, altered or old signature is refused and changes nothing", async () => {
    const ports = { stripe: stripe.client, billing, secret: WEBHOOK_SECRET, log };
    const genuine = await eventually(() => inbox.received[0]);
    const altered = Buffer.from(genuine.body.toString().replace("evt_", "evt_x"));
    const old = stripe.client.webhooks.generateTestHeaderString({
      payload: genuine.body.toString(),
      secret: WEBHOOK_SECRET,
      timestamp: Math.floor(systemClock.now() / 1000) - 301,
    });
    const forged = stripe.client.webhooks.generateTestHeaderString({
      payload: genuine.body.toString(),
      secret: "whsec_somebody_elses",
    });

    for (const request of [
      { body: altered, signature: genuine.signature },
      { body: genuine.body, signature: old },
      { body: genuine.body, signature: forged },
      { body: genuine.body, signature: undefined },
      { body: Buffer.from("not json"), signature: "t=1,v1=00" },
    ]) {
      await expect(receiveWebhook(ports, request)).rejects.toMatchObject({ code: "INVALID_ARGUMENT" });
    }
  });

  test("B3: an older state of an invoice that arrives late does not undo its payment", async () => {
    const { period, stripeCustomerId } = await signUp("stale");
    await use("shop.stale", 30_000);
    const invoice = await close(period);
    const stripeInvoiceId = await collect(invoice, stripeCustomerId);
    const late = { stripeInvoiceId, totalCents: invoice.totalCents, paidAtMs: undefined };
    await applyCollected(billing, { ...late, state: "PAID", paidAtMs: 1_700_000_000_000 });

    await applyCollected(billing, { ...late, state: "OPEN" });

    expect(await findInvoice(billing, "stale", invoice.invoiceId)).toMatchObject({ state: "PAID" });
  });
});

function storageMicros(count: bigint): bigint {
  return (count * 10n ** 15n * 1_000_000n) / (1_000_000_000n * 86_400_000n);
}

async function snapshot(accountId: string): Promise<unknown> {
  const { rows } = await billing.query(
    `select i.*, (select count(*) from stripe_events) as events from invoices i where account_id = $1`,
    [accountId],
  );
  return rows;
}
