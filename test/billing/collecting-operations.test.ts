// What is owed, through the API and the payment provider: an invoice is paid by hand, lowered, paid back, compared, and a
// debtor waited for; each once, never beyond what there is, and in the audit trail.
import { afterAll, beforeAll, expect, test } from "vitest";
import { findOpenPeriod, openBillingDatabase } from "#billing/customers";
import { applyCollected, closePeriodWithInvoice, linkStripeInvoice, listLines } from "#billing/invoices";
import { DEFAULT_PRICE_BOOK } from "#billing/prices";
import { createStripeInvoicesCollector, ensureCustomer } from "#billing/stripe";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { systemClock } from "#shared/clock";
import { randomIds } from "#shared/ids";
import type { Pool } from "#shared/postgres";
import { openUsageDatabase } from "#usage/reports";
import { storeActions } from "../../services/usage/store/counters-store.ts";
import { call, INTERNAL_TOKEN, signUp, startRealApi, type Person, type RealApi } from "../api/real-api.ts";
import { API_KEY, startTestStripe, type TestStripe } from "./emulator.ts";

let database: TestDatabase;
let billing: Pool;
let usage: Pool;
let stripe: TestStripe;
let api: RealApi;

beforeAll(async () => {
  database = await createTestDatabase("collecting");
  billing = await openBillingDatabase(database.url);
  usage = await openUsageDatabase(database.url);
  stripe = await startTestStripe();
  api = await startRealApi({
    CELLPLANE_BILLING_DATABASE_URL: database.url,
    CELLPLANE_USAGE_DATABASE_URL: database.url,
    CELLPLANE_STRIPE_API_KEY: API_KEY,
    CELLPLANE_STRIPE_API_BASE: `http://${stripe.emulator.address}`,
  });
});

afterAll(async () => {
  await api.stop();
  await stripe.emulator.stop();
  await Promise.all([billing.end(), usage.end()]);
  await database.drop();
});

async function giveCard(customer: string, card: string): Promise<void> {
  const method = await stripe.client.paymentMethods.attach(card, { customer });
  await stripe.client.customers.update(customer, { invoice_settings: { default_payment_method: method.id } });
}

/** Somebody with an invoice of $10.00 that is final and was declined. */
async function debtor(name: string) {
  const person = await signUp(api, `${name}@example.com`);
  const { accountId } = person;
  const made = await ensureCustomer(
    { stripe: stripe.client, billing, clock: systemClock, useTestClocks: true },
    { accountId, email: `${name}@example.com`, name },
  );
  const stripeCustomerId = made.stripeCustomerId ?? "";
  await giveCard(stripeCustomerId, "pm_card_chargeCustomerFail");
  await storeActions(usage, `cell-${accountId}`, [
    {
      namespace: `shop.${accountId}`,
      minuteMs: Math.floor(systemClock.now() / 60_000) * 60_000,
      kind: "start_workflow",
      workflowType: "order",
      taskQueue: "orders",
      count: 400_000,
    },
  ]);
  const period = await findOpenPeriod(billing, accountId);
  if (period === undefined) throw new Error("no period is open");
  const invoice = await closePeriodWithInvoice(
    { billing, usage, ids: randomIds, book: DEFAULT_PRICE_BOOK },
    { accountId, startMs: period.startMs, cutMs: period.endMs },
  );
  const { invoiceId } = invoice;
  const lines = await listLines(billing, accountId, invoiceId);
  const collector = createStripeInvoicesCollector(stripe.client);
  const { stripeInvoiceId } = await collector.draft({ stripeCustomerId, invoice, lines, days: [] });
  await linkStripeInvoice(billing, { accountId, invoiceId, stripeInvoiceId });
  await applyCollected(billing, await collector.finalize(stripeInvoiceId));
  return { person, accountId, invoiceId, stripeInvoiceId, stripeCustomerId };
}

async function asOperator(path: string, body?: Record<string, unknown>) {
  const answer = await fetch(`${api.url}/api/v1/billing-admin/${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${INTERNAL_TOKEN}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

const read = async (path: string, as: Person) => (await call(api, "GET", `/api/v1/${path}`, { as })).body;
const adjustmentsOf = async (invoiceId: string, as: Person): Promise<number[]> => {
  const { adjustments } = await read("billing/adjustments", as);
  const all = adjustments as { amountCents: number; invoiceId: string }[];
  return all.filter((one) => one.invoiceId === invoiceId).map(({ amountCents }) => amountCents);
};
const trail = async (accountId: string, operation: string): Promise<string[]> => {
  const records = await api.database.query.auditRecord.findMany({
    where: { accountId, operation },
    orderBy: { sequence: "asc" },
  });
  return records.map(({ status }) => status);
};

test("who owes sees it, pays with another card at once, and once; another account's invoice is not there", async () => {
  const { person, accountId, invoiceId, stripeCustomerId } = await debtor("payer");
  const stranger = await signUp(api, "stranger@example.com");
  const pay = (as: Person) => call(api, "POST", `/api/v1/invoices/${invoiceId}/pay`, { as, body: {} });
  expect((await read("billing", person))["dunning"]).toMatchObject({ owedCents: 1_000 });

  expect((await pay(stranger)).status).toBe(404);
  const declined = await pay(person);
  expect([declined.status, declined.body["message"]]).toEqual([412, expect.stringMatching(/declined/)]);
  await giveCard(stripeCustomerId, "pm_card_visa");
  expect((await pay(person)).body).toMatchObject({ state: "PAID" });
  const again = await pay(person);

  expect([again.status, again.body["message"]]).toEqual([412, expect.stringMatching(/not due: it is PAID/)]);
  expect(await read("billing", person)).not.toHaveProperty("dunning");
  expect(await trail(accountId, "PayInvoice")).toEqual(["FAILED_PRECONDITION", "OK", "FAILED_PRECONDITION"]);
});

test("an open invoice is lowered, at last to nothing, which is paid; a paid one is paid back; never more than it was", async () => {
  const { person, accountId, invoiceId, stripeInvoiceId } = await debtor("lowered");
  const path = `invoices/${invoiceId}/credit-notes`;
  const note = (amountCents: number, more: object = {}) =>
    asOperator(path, { accountId, amountCents, reason: "an outage", ...more });
  const asyncOperationId = "5a4c2a52-6a07-4c52-9f9e-0d6f2f4a0163";

  expect((await note(400, { asyncOperationId })).status).toBe(200);
  expect((await note(400, { asyncOperationId })).status).toBe(200);
  const beyond = await note(601);
  expect([beyond.status, beyond.body["message"]]).toEqual([
    400,
    "amount_cents must be from 1 to what is left of the invoice's total (600).",
  ]);
  expect((await read("billing", person))["dunning"]).toMatchObject({ owedCents: 600 });
  expect((await note(600)).status).toBe(200);

  expect(await read(`invoices/${invoiceId}`, person)).toMatchObject({
    invoice: { state: "PAID", totalCents: 1_000 },
  });
  expect((await adjustmentsOf(invoiceId, person)).sort()).toEqual([-400, -600]);
  expect((await note(1)).status).toBe(400);
  const { data } = await stripe.client.creditNotes.list({ invoice: stripeInvoiceId });
  expect(data.map(({ amount }) => amount).sort()).toEqual([400, 600]);
});

test("a paid invoice is paid back to the card, and the note says so", async () => {
  const { person, accountId, invoiceId, stripeInvoiceId, stripeCustomerId } = await debtor("refunded");
  await giveCard(stripeCustomerId, "pm_card_visa");
  await call(api, "POST", `/api/v1/invoices/${invoiceId}/pay`, { as: person, body: {} });
  const path = `invoices/${invoiceId}/credit-notes`;

  expect((await asOperator(path, { accountId, amountCents: 250, reason: "goodwill" })).status).toBe(200);

  expect(await adjustmentsOf(invoiceId, person)).toEqual([-250]);
  const { data } = await stripe.client.creditNotes.list({ invoice: stripeInvoiceId });
  expect(data).toMatchObject([{ amount: 250, type: "post_payment" }]);
  const theirs = await call(api, "POST", `/api/v1/billing-admin/${path}`, {
    as: person,
    body: { accountId, amountCents: 1, reason: "mine" },
  });
  expect(theirs.status).toBe(403);
});

test("comparing on demand finds a credit note that somebody gave at the provider; the alert goes when it is right", async () => {
  const { accountId, person, invoiceId, stripeInvoiceId } = await debtor("compared");
  const compare = async () => (await asOperator("reconciliations", { accountId })).body;
  expect(await compare()).toMatchObject({ invoices: 1 });
  const given = await stripe.client.creditNotes.create({ invoice: stripeInvoiceId, amount: 7 });

  expect(await compare()).toMatchObject({ invoices: 1, differences: 1 });

  const alert = { kind: "credit-note-difference", subject: invoiceId };
  const { alerts } = (await asOperator("alerts")).body as { alerts: Record<string, unknown>[] };
  expect(alerts).toMatchObject([{ ...alert, accountId }]);
  expect(JSON.parse(String(alerts[0]?.["detailJson"]))).toEqual({ ourCents: "0", stripeCents: "7" });
  expect((await read("billing", person))["alerts"]).toMatchObject([alert]);
  await billing.query(
    `insert into invoice_adjustments
       (adjustment_id, account_id, invoice_id, namespace, meter, amount_cents, reason, settlement)
     values ($1, $2, $3, '', '', -7, 'given there', 'credit_note')`,
    [given.id, accountId, invoiceId],
  );
  expect(await compare()).not.toHaveProperty("differences");
  expect((await asOperator("alerts")).body).toEqual({});
});

test("a debtor is waited for until a day, with a reason, and sees it; what does not fit is refused with its field", async () => {
  const { accountId, person } = await debtor("waited-for");
  const hold = (body: object) => asOperator("dunning-holds", { accountId, reason: "in talks", ...body });
  const inDays = (days: number): string => new Date(systemClock.now() + days * 86_400_000).toISOString();

  const refusals: [object, RegExp][] = [
    [{ until: inDays(400) }, /^until /],
    [{ until: inDays(-1) }, /^until /],
    [{ reason: " " }, /^reason /],
    [{ accountId: "nobody" }, /^account_id /],
  ];
  for (const [body, message] of refusals) {
    const refused = await hold(body);
    expect([refused.status, refused.body["message"]]).toEqual([400, expect.stringMatching(message)]);
  }
  expect((await hold({ until: inDays(10) })).status).toBe(200);
  expect((await read("billing", person))["dunning"]).toHaveProperty("heldUntil");
  expect((await hold({})).status).toBe(200);
  expect((await read("billing", person))["dunning"]).not.toHaveProperty("heldUntil");
});
