// What an account pays by, through the API and a Stripe that sends webhooks: saved by form and by page, chosen, removed;
// in whatever order Stripe's news come, the newest choice counts (B3).
import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureCustomer } from "#billing/stripe";
import { findCustomer, openBillingDatabase } from "#billing/customers";
import { eventually } from "#harness/eventually";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { systemClock } from "#shared/clock";
import type { Pool } from "#shared/postgres";
import { call, signUp, startRealApi, type Person, type RealApi } from "../api/real-api.ts";
import {
  API_KEY,
  startTestStripe,
  startWebhookInbox,
  WEBHOOK_SECRET,
  type ReceivedWebhook,
  type TestStripe,
  type WebhookInbox,
} from "./emulator.ts";

const METHODS = "/api/v1/billing/payment-methods";
const SETUPS = "/api/v1/billing/card-setups";

let database: TestDatabase;
let billing: Pool;
let inbox: WebhookInbox;
let stripe: TestStripe;
let api: RealApi;
let owner: Person;
let stranger: Person;

beforeAll(async () => {
  database = await createTestDatabase("payment_methods");
  billing = await openBillingDatabase(database.url);
  inbox = await startWebhookInbox();
  stripe = await startTestStripe({ webhookUrl: inbox.url });
  api = await startRealApi({
    CELLPLANE_BILLING_DATABASE_URL: database.url,
    CELLPLANE_STRIPE_API_KEY: API_KEY,
    CELLPLANE_STRIPE_API_BASE: `http://${stripe.emulator.address}`,
    CELLPLANE_STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
  });
  inbox.answer = deliver;
  owner = await customer("owner@example.com");
  stranger = await customer("stranger@example.com");
});

afterAll(async () => {
  await api.stop();
  await stripe.emulator.stop();
  await inbox.stop();
  await billing.end();
  await database.drop();
});

async function deliver({ body, signature }: ReceivedWebhook): Promise<number> {
  const answer = await fetch(`${api.url}/webhooks/stripe`, {
    method: "POST",
    headers: { "content-type": "application/json", "stripe-signature": signature ?? "" },
    body: new Uint8Array(body),
  });
  return answer.status;
}

/** Somebody who signed up, with a test card. */
async function customer(email: string): Promise<Person> {
  const person = await signUp(api, email);
  await ensureCustomer(
    { stripe: stripe.client, billing, clock: systemClock, useTestClocks: true },
    { accountId: person.accountId, email, name: email },
  );
  return person;
}

const post = (path: string, body: object = {}, as: Person = owner) => call(api, "POST", path, { as, body });

async function methods(as: Person = owner): Promise<Record<string, unknown>[]> {
  const { body } = await call(api, "GET", METHODS, { as });
  return body["paymentMethods"] as Record<string, unknown>[];
}

/** As the customer does on Stripe's page. */
async function fillPage(url: string, card: string): Promise<Response> {
  expect(await (await fetch(url)).text()).toContain(`value="${card}"`);
  return fetch(url, { method: "POST", body: new URLSearchParams({ card }), redirect: "manual" });
}

test("a card saved on Stripe's page is charged from then on: the webhook alone says so", async () => {
  expect(await methods()).toMatchObject([{ brand: "visa", last4: "4242", isDefault: true, type: "card" }]);
  const { body } = await post("/api/v1/billing/checkout");

  const filled = await fillPage(String(body["url"]), "pm_card_mastercard");
  expect([filled.status, filled.headers.get("location")]).toEqual([303, "http://localhost/billing"]);

  const listed = await eventually(async () => {
    const found = await methods();
    return found[0]?.["brand"] === "mastercard" ? found : undefined;
  });
  expect(listed).toMatchObject([
    { brand: "mastercard", last4: "4444", expiryMonth: 12, expiryYear: 2040, isDefault: true },
    { brand: "visa" },
  ]);
  const { rows } = await billing.query("select applied_at from card_choices");
  expect(rows).toHaveLength(1);
  expect((await fetch(String(body["url"]))).status).toBe(404);
});

test("the portal shows cards and invoices, and names that are markup stay text", async () => {
  await stripe.client.customers.update(await stripeIdOf(owner), { name: "<b>Acme</b>" });
  const { body } = await post("/api/v1/billing/portal");
  const shown = await (await fetch(String(body["url"]))).text();
  expect(shown).toContain("mastercard 4444, charged");
  expect(shown).toContain("&lt;b&gt;Acme&lt;/b&gt;");
  expect(shown).not.toContain("<b>Acme");
});

async function stripeIdOf({ accountId }: Person): Promise<string> {
  return (await findCustomer(billing, accountId))?.stripeCustomerId ?? "";
}

test("a card saved in a form of one's own: not before it is finished, and finishing it twice is once", async () => {
  const started = await post(SETUPS);
  const { setupIntentId, clientSecret } = started.body as { setupIntentId: string; clientSecret: string };
  expect(clientSecret).toMatch(/^seti_\w+_secret_/);
  const complete = `${SETUPS}/${setupIntentId}/complete`;
  expect((await post(complete)).status).toBe(412);
  await stripe.client.setupIntents.confirm(setupIntentId, { payment_method: "pm_card_visa" });

  const [first, again, theirs, unknown] = [
    await post(complete),
    await post(complete),
    await post(complete, {}, stranger),
    await post(`${SETUPS}/seti_none/complete`),
  ];

  expect([first.status, again.status, theirs.status, unknown.status]).toEqual([200, 200, 404, 404]);
  expect(again.body).toEqual(first.body);
  expect((await methods())[0]).toMatchObject({ paymentMethodId: first.body["paymentMethodId"] });
});

test("B3: news of an older choice that come late or again change nothing", async () => {
  const [older, newer] = [await post(SETUPS), await post(SETUPS)].map(({ body }) =>
    String(body["setupIntentId"]),
  );
  if (older === undefined || newer === undefined) throw new Error("no setup was begun");
  const held: ReceivedWebhook[] = [];
  inbox.answer = (webhook) => {
    held.push(webhook);
    return Promise.resolve(200);
  };
  await stripe.client.setupIntents.confirm(newer, { payment_method: "pm_card_visa" });
  await stripe.client.setupIntents.confirm(older, { payment_method: "pm_card_mastercard" });
  const about = (id: string) =>
    held.filter(({ type, body }) => type === "setup_intent.succeeded" && body.includes(id));
  await eventually(() => about(older).length > 0 && about(newer).length > 0);
  const wanted = String((await stripe.client.setupIntents.retrieve(newer)).payment_method);

  const order = [...about(newer), ...about(older), ...about(newer), ...about(older)];
  const statuses: number[] = [];
  for (const webhook of order) statuses.push(await deliver(webhook));
  inbox.answer = deliver;

  expect(new Set(statuses)).toEqual(new Set([200]));
  expect((await methods())[0]).toMatchObject({ paymentMethodId: wanted, isDefault: true });
});

test("another one is made the default, which takes up an overdue charge again at once", async () => {
  const [chosen, other] = await methods();
  await billing.query(
    "insert into dunning (account_id, step, unpaid_since) values ($1, 'GRACE', now()) on conflict do nothing",
    [owner.accountId],
  );
  const path = `${METHODS}/${String(other?.["paymentMethodId"])}/default`;
  const asyncOperationId = "5a4c2a52-6a07-4c52-9f9e-0d6f2f4a0160";

  const first = await post(path, { asyncOperationId });
  const again = await post(path, { asyncOperationId });
  const nothing = await post(path);

  expect([first.status, again.status, nothing.status]).toEqual([200, 200, 400]);
  expect(nothing.body["message"]).toBe("nothing to change");
  expect((await methods())[0]).toMatchObject({ paymentMethodId: other?.["paymentMethodId"] });
  const { rows } = await billing.query(
    "select retried_at < now() - interval '1 day' as is_soon from dunning",
  );
  expect(rows).toEqual([{ is_soon: true }]);
  await post(`${METHODS}/${String(chosen?.["paymentMethodId"])}/default`);
});

test("the default goes last, and never while an invoice is unpaid; another account's does not exist", async () => {
  const remove = (id: unknown, as: Person = owner) => call(api, "DELETE", `${METHODS}/${String(id)}`, { as });
  const [chosen, ...others] = await methods();
  const id = chosen?.["paymentMethodId"];

  expect((await remove(id)).status).toBe(412);
  expect((await remove(id, stranger)).status).toBe(404);
  expect((await post(`${METHODS}/${String(id)}/default`, {}, stranger)).status).toBe(404);
  const wrong = await remove("pm%2F..%2F");
  expect([wrong.status, wrong.body["message"]]).toEqual([400, expect.stringMatching(/^payment_method_id /)]);
  for (const other of others) expect((await remove(other["paymentMethodId"])).status).toBe(200);
  await billing.query(
    `insert into invoices (invoice_id, account_id, period_start, period_end, state, currency, price_book,
       total_micros, total_cents)
     select 'inv-unpaid', account_id, period_start, period_end, 'OPEN', 'usd', 'default@1', 0, 0 from periods
     where account_id = $1`,
    [owner.accountId],
  );
  expect((await remove(id)).body["message"]).toMatch(/unpaid/);
  await billing.query("delete from invoices where invoice_id = 'inv-unpaid'");
  expect((await remove(id)).status).toBe(200);
  expect(await methods()).toBeUndefined();
});

test("every change, done or refused, is in the audit trail", async () => {
  const records = await api.database.query.auditRecord.findMany({
    where: { accountId: owner.accountId, resourceType: "payment_method" },
  });
  const told = new Set(records.map(({ operation, status }) => `${operation} ${status}`));
  expect([...told].sort()).toEqual([
    "CompleteCardSetup FAILED_PRECONDITION",
    "CompleteCardSetup NOT_FOUND",
    "CompleteCardSetup OK",
    "RemovePaymentMethod FAILED_PRECONDITION",
    "RemovePaymentMethod INVALID_ARGUMENT",
    "RemovePaymentMethod OK",
    "SetDefaultPaymentMethod INVALID_ARGUMENT",
    "SetDefaultPaymentMethod OK",
    "StartCardSetup OK",
  ]);
});
