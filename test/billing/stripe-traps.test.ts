// Stripe's traps, each with the way around it: identifiers that are forgotten, values that are too long, failures that
// only a thin event tells, invoices that become final too early, throttling, and too many items.
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventually } from "#harness/eventually";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { openBillingDatabase } from "#billing/customers";
import { DEFAULT_PRICE_BOOK } from "#billing/prices";
import {
  createStripeClient,
  createStripeInvoicesCollector,
  createStripeMetersCollector,
  ensureMeters,
  meterEventName,
  readMeterTotals,
  receiveWebhook,
  windowTotals,
  type StripeClient,
} from "#billing/stripe";
import { drawUpInvoice, type DrawnInvoice, type Invoice } from "#billing/invoices";
import { systemClock } from "#shared/clock";
import { createLogger } from "#shared/log";
import type { Pool } from "#shared/postgres";
import { persist } from "./faulty-stripe.ts";
import { startThrottling } from "./throttling-stripe.ts";
import {
  API_KEY,
  startTestStripe,
  startWebhookInbox,
  WEBHOOK_SECRET,
  type TestStripe,
  type WebhookInbox,
} from "./emulator.ts";

const DAY_MS = 86_400_000;
const START_MS = Date.UTC(2026, 9, 1);
const END_MS = Date.UTC(2026, 10, 1);

const INVOICE: Omit<Invoice, "invoiceId" | "accountId" | "totalMicros" | "totalCents"> = {
  periodStartMs: START_MS,
  periodEndMs: END_MS,
  state: "DRAFT",
  currency: "usd",
  priceBook: "default@1",
  creditCents: 0n,
  isAllowancePartial: false,
  stripeInvoiceId: undefined,
  stripeTotalCents: undefined,
  createdAtMs: END_MS,
  paidAtMs: undefined,
};
const totalsOf = ({ totalMicros, totalCents }: DrawnInvoice) => ({ totalMicros, totalCents });

let stripe: TestStripe;
let client: StripeClient;
let inbox: WebhookInbox;
let database: TestDatabase;
let billing: Pool;

beforeAll(async () => {
  inbox = await startWebhookInbox();
  stripe = await startTestStripe({ webhookUrl: inbox.url });
  client = stripe.client;
  database = await createTestDatabase("billing_traps");
  billing = await openBillingDatabase(database.url);
});

afterAll(async () => {
  await stripe.emulator.stop();
  await inbox.stop();
  await billing.end();
  await database.drop();
});

async function customerAt(frozenMs: number): Promise<{ customer: string; clock: string }> {
  const clock = await client.testHelpers.testClocks.create({ frozen_time: frozenMs / 1000 });
  const { id } = await client.customers.create({ email: "meter@b.example", test_clock: clock.id });
  return { customer: id, clock: clock.id };
}

function send(customer: string, value: string, more: { identifier?: string; timestampMs?: number } = {}) {
  return client.billing.meterEvents.create({
    event_name: meterEventName("actions"),
    payload: { stripe_customer_id: customer, value },
    ...(more.identifier === undefined ? {} : { identifier: more.identifier }),
    timestamp: (more.timestampMs ?? START_MS) / 1000,
  });
}

async function totalOf(customer: string): Promise<bigint> {
  const meters = await ensureMeters(client);
  const wanted = { stripeCustomerId: customer, fromMs: START_MS, toMs: END_MS };
  const totals = await readMeterTotals(client, meters, wanted);
  return totals.reduce((sum, { value }) => sum + value, 0n);
}

describe("meter events", () => {
  test("a total that is sent again after two days replaces the first: a forgotten identifier doubles nothing", async () => {
    await ensureMeters(client);
    const { customer, clock } = await customerAt(START_MS + DAY_MS);
    await send(customer, "1000", { identifier: "total-1" });
    await expect(send(customer, "1000", { identifier: "total-1" })).rejects.toMatchObject({
      statusCode: 400,
    });

    const later = (START_MS + 3 * DAY_MS) / 1000;
    await client.testHelpers.testClocks.advance(clock, { frozen_time: later });
    await eventually(async () => (await client.testHelpers.testClocks.retrieve(clock)).status === "ready");
    await send(customer, "1000", { identifier: "total-1" });

    expect(await totalOf(customer)).toBe(1_000n);
  });

  test("values of more than 15 digits are refused, so byte-milliseconds are sent scaled, with nothing lost", async () => {
    const { customer } = await customerAt(END_MS);
    // 1 TB for 31 days, in parts that do not divide.
    const perDay = 1_000_000_000_000n * BigInt(DAY_MS) + 7n;
    const days = Array.from({ length: 31 }, (_, day) => ({
      dayMs: START_MS + day * DAY_MS,
      meter: "active_storage" as const,
      quantity: perDay,
    }));
    const price = DEFAULT_PRICE_BOOK.prices[1];
    if (price === undefined) throw new Error("the book has no price of storage");

    await expect(send(customer, String(perDay))).rejects.toMatchObject({
      code: "meter_event_value_too_many_digits",
    });
    const totals = windowTotals([price], days, { fromMs: START_MS, toMs: END_MS });

    expect(totals).toHaveLength(31);
    expect(totals.every(({ value }) => String(value).length <= 15)).toBe(true);
    const sent = totals.reduce((sum, { value }) => sum + value, 0n);
    expect(sent).toBe((31n * perDay * 1_000_000n) / price.per);
  });

  test("events of more than 35 days ago and of the future are refused, and late usage goes onto the first day that is taken", async () => {
    const { customer } = await customerAt(END_MS);
    await expect(send(customer, "1", { timestampMs: END_MS - 36 * DAY_MS })).rejects.toMatchObject({
      code: "timestamp_too_far_in_past",
    });
    await expect(send(customer, "1", { timestampMs: END_MS + 600_000 })).rejects.toMatchObject({
      code: "timestamp_in_future",
    });

    const price = DEFAULT_PRICE_BOOK.prices[0];
    if (price === undefined) throw new Error("the book has no price of actions");
    const late = [
      { dayMs: START_MS - 40 * DAY_MS, meter: "actions" as const, quantity: 5n },
      { dayMs: START_MS + DAY_MS, meter: "actions" as const, quantity: 7n },
    ];
    expect(windowTotals([price], late, { fromMs: START_MS, toMs: END_MS })).toEqual([
      { meter: "actions", windowMs: START_MS, value: 5n },
      { meter: "actions", windowMs: START_MS + DAY_MS, value: 7n },
    ]);
  });

  test("an event that Stripe cannot use fails without a word: the thin event raises an alert, and summaries show what is missing", async () => {
    const alerts: string[] = [];
    const log = pino({ level: "error" }, { write: (line: string) => void alerts.push(line) });
    const thin = await startWebhookInbox();
    const destination = await client.v2.core.eventDestinations.create({
      name: "meter failures",
      type: "webhook_endpoint",
      event_payload: "thin",
      enabled_events: ["v1.billing.meter.error_report_triggered", "v1.billing.meter.no_meter_found"],
      webhook_endpoint: { url: thin.url },
      include: ["webhook_endpoint.signing_secret"],
    });
    const thinSecret = destination.webhook_endpoint?.signing_secret ?? "";

    await send("cus_nobody", "1", { timestampMs: Math.floor(systemClock.now() / 1000) * 1000 });
    const notification = await eventually(() => thin.received[0]);
    const ports = { stripe: client, billing, secret: WEBHOOK_SECRET, thinSecret, log };
    const first = await receiveWebhook(ports, notification);
    const again = await receiveWebhook(ports, notification);

    expect(first).toMatchObject({ type: "billing.meter.error_report_triggered", outcome: "applied" });
    expect(again.outcome).toBe("repeated");
    expect(alerts.join("")).toContain("meter_event_customer_not_found");
    expect(await totalOf("cus_nobody")).toBe(0n);
    await expect(receiveWebhook({ ...ports, thinSecret: "whsec_other" }, notification)).rejects.toMatchObject(
      { code: "INVALID_ARGUMENT", field: "Stripe-Signature" },
    );
    await thin.stop();
  });
});

test("throttled and locked calls are repeated until they are through and count once, and a customer's meters are told one call at a time", async () => {
  const { customer, clock } = await customerAt(START_MS);
  const told = await startThrottling(stripe.emulator.address);
  const throttled = createStripeClient({ apiKey: API_KEY, apiBase: `http://${told.address}` });
  const collector = createStripeMetersCollector(throttled, { ...systemClock, now: () => END_MS + DAY_MS });
  const account = { stripeCustomerId: customer, accountId: "throttled", priceBook: "default@1" };
  await persist(() => collector.prepare(account));
  await client.testHelpers.testClocks.advance(clock, { frozen_time: END_MS / 1000 + 60 });
  await eventually(async () => (await client.testHelpers.testClocks.retrieve(clock)).status === "ready");
  const days = Array.from({ length: 10 }, (_, day) => ({
    ...{ dayMs: START_MS + day * DAY_MS, namespace: "", kind: "start_workflow", workflowType: "" },
    ...{ meter: "actions" as const, quantity: 1_000_000n },
  }));
  const usage = days.map((each) => ({ ...each, isLate: false }));
  const terms = { book: DEFAULT_PRICE_BOOK, discountBasisPoints: 0n, planFromMs: 0 };
  const period = { startMs: START_MS, endMs: END_MS };
  const drawn = drawUpInvoice(terms, usage, { period, credits: [], rounding: "meter" });

  const drafted = await persist(() =>
    collector.draft({
      ...{ stripeCustomerId: customer, lines: drawn.lines, days },
      invoice: { ...INVOICE, invoiceId: "inv-throttled", accountId: "throttled", ...totalsOf(drawn) },
    }),
  );
  told.stop();

  expect(drafted.totalCents).toBe(250_00n);
  expect(await totalOf(customer)).toBe(10_000_000n);
  expect(told.refused).toBeGreaterThanOrEqual(10);
  expect(told.atOnceMax).toBe(1);
});

test("a draft of a subscription is held when Stripe announces it, so that it is not final before our close is", async () => {
  const { customer, clock } = await customerAt(START_MS);
  const method = await client.paymentMethods.attach("pm_card_visa", { customer });
  await client.customers.update(customer, { invoice_settings: { default_payment_method: method.id } });
  const collector = createStripeMetersCollector(client, systemClock);
  await collector.prepare({ stripeCustomerId: customer, accountId: "held", priceBook: "default@1" });
  await client.testHelpers.testClocks.advance(clock, { frozen_time: END_MS / 1000 + 60 });
  const created = await eventually(() =>
    inbox.received.find(
      ({ type, body }) =>
        type === "invoice.created" && body.includes(customer) && body.includes("subscription_cycle"),
    ),
  );

  await receiveWebhook(
    {
      stripe: client,
      billing,
      secret: WEBHOOK_SECRET,
      log: createLogger({ process: "test", level: "silent" }),
    },
    created,
  );
  await client.testHelpers.testClocks.advance(clock, { frozen_time: END_MS / 1000 + 4 * 3_600 });
  await eventually(async () => (await client.testHelpers.testClocks.retrieve(clock)).status === "ready");

  const invoices = await client.invoices.list({ customer, status: "draft" });
  expect(invoices.data).toMatchObject([{ auto_advance: false, billing_reason: "subscription_cycle" }]);
});

test("of more namespaces than an invoice has items, the small ones share lines, and none is lost", async () => {
  const usage = Array.from({ length: 1_000 }, (_, index) => ({
    namespace: `n${index}.acme`,
    dayMs: START_MS,
    kind: "start_workflow",
    workflowType: "order",
    quantity: BigInt(40_000 + index),
    isLate: false,
  }));
  const terms = { book: DEFAULT_PRICE_BOOK, discountBasisPoints: 500n, planFromMs: 0 };
  const drawn = drawUpInvoice(terms, usage, { period: { startMs: START_MS, endMs: END_MS }, credits: [] });
  const { id: stripeCustomerId } = await client.customers.create({ email: "many@b.example" });

  const drafted = await createStripeInvoicesCollector(client).draft({
    stripeCustomerId,
    lines: drawn.lines,
    days: [],
    invoice: { ...INVOICE, invoiceId: "inv-many", accountId: "acme", ...totalsOf(drawn) },
  });

  expect(drawn.lines.length).toBeLessThanOrEqual(250);
  const quantity = drawn.lines
    .filter((line) => line.meter === "actions")
    .reduce((sum, line) => sum + line.quantity, 0n);
  expect(quantity).toBe(usage.reduce((sum, each) => sum + each.quantity, 0n));
  expect(drafted.totalCents).toBe(drawn.totalCents);
});
