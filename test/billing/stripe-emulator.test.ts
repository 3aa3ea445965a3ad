// The emulator speaks Stripe's protocol to the real stripe package: errors, idempotency, lists, clocks, webhooks, and a
// memory that survives a restart.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { eventually } from "#harness/eventually";
import { freePort } from "#harness/ports";
import { createStripeClient, type StripeClient } from "#billing/stripe";
import { systemClock } from "#shared/clock";
import { startTestStripe, startWebhookInbox, WEBHOOK_SECRET, type TestStripe } from "./emulator.ts";

let stripe: TestStripe;
let client: StripeClient;

beforeAll(async () => {
  stripe = await startTestStripe();
  client = stripe.client;
});

afterAll(() => stripe.emulator.stop());

async function customerWithCard(card = "pm_card_visa", testClock?: string): Promise<string> {
  const clock = testClock === undefined ? {} : { test_clock: testClock };
  const { id } = await client.customers.create({ email: "a@b.example", ...clock });
  const method = await client.paymentMethods.attach(card, { customer: id });
  await client.customers.update(id, { invoice_settings: { default_payment_method: method.id } });
  return id;
}

async function draftOf(customer: string, amount: number): Promise<string> {
  const { id } = await client.invoices.create({ customer, auto_advance: false });
  await client.invoiceItems.create({ customer, invoice: id, amount, currency: "usd" });
  return id;
}

describe("the protocol", () => {
  test("an unknown key, object, parameter and path are refused as Stripe refuses them", async () => {
    const stranger = createStripeClient({
      apiKey: "sk_test_wrong",
      apiBase: `http://${stripe.emulator.address}`,
    });
    // A parameter that the types rightly do not know.
    const unknown = { email: "a@b.example", favourite_colour: "blue" } as { email: string };

    await expect(stranger.customers.list()).rejects.toMatchObject({ statusCode: 401 });
    await expect(client.customers.retrieve("cus_none")).rejects.toMatchObject({
      statusCode: 404,
      code: "resource_missing",
    });
    await expect(client.customers.create(unknown)).rejects.toMatchObject({
      statusCode: 400,
      code: "parameter_unknown",
      param: "favourite_colour",
    });
    await expect(client.rawRequest("GET", "/v1/nothing")).rejects.toMatchObject({ statusCode: 404 });
    const listed = await client.customers.list({ email: "a@b.example", limit: 100 });
    expect(listed.data).toEqual([]);
  });

  test("a repeated idempotency key answers the same and acts once; other parameters are refused", async () => {
    const options = { idempotencyKey: "key-1" };
    const first = await client.customers.create({ email: "once@b.example" }, options);
    const again = await client.customers.create({ email: "once@b.example" }, options);

    expect(again.id).toBe(first.id);
    expect(again.lastResponse.headers["idempotent-replayed"]).toBe("true");
    await expect(client.customers.create({ email: "other@b.example" }, options)).rejects.toMatchObject({
      type: "StripeIdempotencyError",
    });
    expect((await client.customers.list({ email: "once@b.example" })).data).toHaveLength(1);
  });

  test("lists come newest first, page by page, each object once", async () => {
    const made: string[] = [];
    for (let count = 0; count < 7; count += 1) {
      made.push((await client.customers.create({ email: "page@b.example" })).id);
    }
    const seen: string[] = [];
    for await (const customer of client.customers.list({ email: "page@b.example", limit: 3 })) {
      seen.push(customer.id);
    }
    expect(seen).toEqual(made.reverse());
  });

  test("expand replaces an id by its object", async () => {
    const customer = await customerWithCard();
    const id = await draftOf(customer, 900);

    const invoice = await client.invoices.retrieve(id, { expand: ["customer"] });

    expect(invoice.customer).toMatchObject({ id: customer, object: "customer" });
  });
});

describe("invoices", () => {
  test("a draft becomes open with a number, then paid, and can no longer be changed", async () => {
    const customer = await customerWithCard();
    const id = await draftOf(customer, 1_234);

    const open = await client.invoices.finalizeInvoice(id);
    const paid = await client.invoices.pay(id);

    expect(open).toMatchObject({ status: "open", total: 1_234, amount_due: 1_234, amount_paid: 0 });
    expect(open.number).toMatch(/-0001$/);
    expect(paid).toMatchObject({ status: "paid", amount_paid: 1_234, amount_remaining: 0 });
    await expect(
      client.invoiceItems.create({ customer, invoice: id, amount: 1, currency: "usd" }),
    ).rejects.toMatchObject({ code: "invoice_not_editable" });
    await expect(client.invoices.del(id)).rejects.toMatchObject({ statusCode: 400 });
  });

  test("a declined card leaves the invoice open, with the attempt on record", async () => {
    const customer = await customerWithCard("pm_card_chargeCustomerFail");
    const id = await draftOf(customer, 700);
    await client.invoices.finalizeInvoice(id);

    await expect(client.invoices.pay(id)).rejects.toMatchObject({ type: "StripeCardError", statusCode: 402 });

    expect(await client.invoices.retrieve(id)).toMatchObject({ status: "open", attempt_count: 1 });
    const failed = await client.events.list({ type: "invoice.payment_failed" });
    expect(failed.data).toHaveLength(1);
  });

  test("an invoice takes 250 items and not one more", async () => {
    const customer = await customerWithCard();
    const id = await draftOf(customer, 1);
    for (let count = 1; count < 250; count += 1) {
      await client.invoiceItems.create({ customer, invoice: id, amount: 1, currency: "usd" });
    }

    const oneMore = client.invoiceItems.create({ customer, invoice: id, amount: 1, currency: "usd" });

    await expect(oneMore).rejects.toMatchObject({ statusCode: 400 });
    const { total, lines } = await client.invoices.retrieve(id);
    expect([total, lines.data.length, lines.has_more]).toEqual([250, 10, true]);
  });
});

test("a test clock renews subscriptions month by month and finalises what is due", async () => {
  const start = Date.UTC(2026, 0, 15) / 1000;
  const clock = await client.testHelpers.testClocks.create({ frozen_time: start });
  const customer = await customerWithCard("pm_card_visa", clock.id);
  const product = await client.products.create({ name: "plan" });
  const price = await client.prices.create({
    product: product.id,
    currency: "usd",
    unit_amount: 500,
    recurring: { interval: "month" },
  });
  const subscription = await client.subscriptions.create({
    customer,
    items: [{ price: price.id }],
    billing_mode: { type: "flexible" },
    billing_cycle_anchor_config: { day_of_month: 1, hour: 0, minute: 0, second: 0 },
    proration_behavior: "none",
  });

  await client.testHelpers.testClocks.advance(clock.id, { frozen_time: Date.UTC(2026, 2, 1, 2) / 1000 });
  await eventually(async () => (await client.testHelpers.testClocks.retrieve(clock.id)).status === "ready");

  const invoices = await client.invoices.list({ customer });
  expect(invoices.data.map((each) => [each.billing_reason, each.total, each.status])).toEqual([
    ["subscription_cycle", 500, "paid"],
    ["subscription_cycle", 500, "paid"],
    ["subscription_create", 0, "paid"],
  ]);
  const renewed = await client.subscriptions.retrieve(subscription.id);
  expect(renewed.items.data[0]?.current_period_end).toBe(Date.UTC(2026, 3, 1) / 1000);
  await expect(client.testHelpers.testClocks.advance(clock.id, { frozen_time: start })).rejects.toMatchObject(
    {
      statusCode: 400,
    },
  );
});

describe("with a state directory and a receiver of webhooks", () => {
  const directory = mkdtempSync(join(tmpdir(), "cellplane-stripe-"));
  const stops: (() => Promise<void>)[] = [];

  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
    rmSync(directory, { recursive: true, force: true });
  });

  test("a restart keeps objects and idempotency keys, and undelivered events are delivered after it, signed", async () => {
    const inbox = await startWebhookInbox();
    stops.push(() => inbox.stop());
    inbox.answer = () => Promise.resolve(500);
    const address = `127.0.0.1:${await freePort()}`;
    const options = { webhookUrl: inbox.url, stateDir: directory, address };
    const before = await startTestStripe(options);
    const made = await before.client.customers.create(
      { email: "kept@b.example" },
      { idempotencyKey: "kept" },
    );
    await eventually(() => inbox.received.length > 0);
    await before.emulator.stop();

    inbox.received.length = 0;
    inbox.answer = () => Promise.resolve(200);
    const after = await startTestStripe(options);
    stops.push(() => after.emulator.stop());

    const delivered = await eventually(() => inbox.received.find(({ type }) => type === "customer.created"));
    const event = after.client.webhooks.constructEvent(
      delivered.body,
      delivered.signature ?? "",
      WEBHOOK_SECRET,
      300,
    );
    expect(event.data.object).toMatchObject({ id: made.id });
    expect(event.created * 1000).toBeLessThanOrEqual(systemClock.now());
    const again = await after.client.customers.create(
      { email: "kept@b.example" },
      { idempotencyKey: "kept" },
    );
    expect(again.id).toBe(made.id);
    await eventually(async () => {
      const pending = await after.client.events.list({ delivery_success: false });
      return pending.data.length === 0;
    });
  });
});
