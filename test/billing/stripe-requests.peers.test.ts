// Every request that we send to Stripe, and every answer that the emulator gives, is held to Stripe's published OpenAPI:
// stripe-mock validates the requests, its description of the API judges the answers.
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "#harness/eventually";
import { builtGoTool } from "#harness/go-tool";
import { freePort } from "#harness/ports";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { grantCredit, listGrants } from "#billing/credits";
import { findOpenPeriod, openBillingDatabase } from "#billing/customers";
import { closePeriodWithInvoice, listLines, readBilledDays } from "#billing/invoices";
import { DEFAULT_PRICE_BOOK, PRICE_BOOKS, priceBookId } from "#billing/prices";
import {
  advanceTestClock,
  catchUpEvents,
  createStripeClient,
  createStripeInvoicesCollector,
  createStripeMetersCollector,
  ensureCustomer,
  mirrorCredit,
  openPortal,
  startCardSetup,
  startCheckout,
  useSavedCard,
  applyCardEvent,
  listPaymentMethods,
  removeMethod,
  setDefaultMethod,
  type StripeClient,
} from "#billing/stripe";
import { systemClock } from "#shared/clock";
import { randomIds } from "#shared/ids";
import type { Pool } from "#shared/postgres";
import { openUsageDatabase } from "#usage/reports";
import { storeActions } from "../../services/usage/store/counters-store.ts";
import { API_KEY, log, startTestStripe, type TestStripe } from "./emulator.ts";
import { wrongInAnswer, type Spec } from "./stripe-spec.ts";

const STRIPE_MOCK = {
  name: "stripe-mock",
  package: "github.com/stripe/stripe-mock",
  version: "v0.203.0",
};

let mock: ChildProcess;
let proxy: Server;
let stripe: TestStripe;
let client: StripeClient;
let database: TestDatabase;
let billing: Pool;
let usage: Pool;
const calls = new Set<string>();
const wrong: string[] = [];

beforeAll(async () => {
  const port = await freePort();
  mock = spawn(await builtGoTool(STRIPE_MOCK), ["-http-port", String(port)], { stdio: "ignore" });
  await eventually(() =>
    fetch(`http://127.0.0.1:${port}/v1/customers`, { headers: { authorization: "Bearer sk_test_123" } }).then(
      () => true,
      () => false,
    ),
  );
  stripe = await startTestStripe();
  const folder = `${STRIPE_MOCK.package}@${STRIPE_MOCK.version}`;
  const cache = execFileSync("go", ["env", "GOMODCACHE"], { encoding: "utf8" }).trim();
  const spec = JSON.parse(readFileSync(join(cache, folder, "embedded/openapi/spec3.json"), "utf8")) as Spec;
  proxy = createServer((request, response) => {
    judge(request, { mock: `http://127.0.0.1:${port}`, spec }).then(
      ({ status, body }) => response.writeHead(status, { "content-type": "application/json" }).end(body),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  // A listening TCP server has an AddressInfo.
  client = createStripeClient({
    apiKey: API_KEY,
    apiBase: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
  });
  database = await createTestDatabase("billing_peers");
  billing = await openBillingDatabase(database.url);
  usage = await openUsageDatabase(database.url);
});

afterAll(async () => {
  mock.kill();
  proxy.close();
  proxy.closeAllConnections();
  await stripe.emulator.stop();
  await Promise.all([billing.end(), usage.end()]);
  await database.drop();
});

/** Answers as the emulator does, and writes down what Stripe's own description says against either side. */
async function judge(
  request: IncomingMessage,
  judges: { mock: string; spec: Spec },
): Promise<{ status: number; body: string }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const { method = "GET", url = "/" } = request;
  const path = new URL(url, "http://stripe.invalid").pathname;
  const headers = {
    "content-type": request.headers["content-type"] ?? "application/x-www-form-urlencoded",
    "idempotency-key": String(request.headers["idempotency-key"] ?? ""),
  };
  const body = method === "GET" || method === "DELETE" ? null : Buffer.concat(chunks);
  const answered = await fetch(`http://${stripe.emulator.address}${url}`, {
    method,
    headers: { ...headers, authorization: `Bearer ${API_KEY}` },
    body,
  });
  const answer = await answered.text();
  if (path.startsWith("/v1/") && answered.ok) {
    const validated = await fetch(`${judges.mock}${url}`, {
      method,
      headers: { "content-type": headers["content-type"], authorization: "Bearer sk_test_123" },
      body,
    });
    const words = await validated.text();
    if (!validated.ok) wrong.push(`request ${method} ${path}: ${words}`);
    const failures = wrongInAnswer(judges.spec, { method, path, answer: JSON.parse(answer) as unknown });
    wrong.push(...failures.map((failure) => `answer ${method} ${path}: ${failure}`));
    calls.add(`${method} ${path.replace(/\/[a-z]+_[A-Za-z0-9_]{6,}/g, "/:id")}`);
  }
  return { status: answered.status, body: answer };
}

async function driveCollector(name: "stripe-invoices" | "stripe-meters"): Promise<void> {
  const collector =
    name === "stripe-meters"
      ? createStripeMetersCollector(client, systemClock)
      : createStripeInvoicesCollector(client, { automaticTax: true });
  const accountId = `peer-${name}`;
  const customer = await ensureCustomer(
    { stripe: client, billing, collector, clock: systemClock, useTestClocks: true },
    { accountId, email: "owner@peer.example", name: accountId },
  );
  const stripeCustomerId = customer.stripeCustomerId ?? "";
  const period = await findOpenPeriod(billing, accountId);
  if (period === undefined) throw new Error("no period is open");
  await storeActions(usage, accountId, [
    {
      namespace: `shop.${accountId}`,
      minuteMs: Math.floor(systemClock.now() / 60_000) * 60_000,
      kind: "start_workflow",
      workflowType: "order",
      taskQueue: "orders",
      count: 1_000_000,
    },
  ]);
  await grantCredit(billing, "usd", {
    grantId: `grant-${name}`,
    accountId,
    name: "Welcome",
    category: "promotional",
    currency: "usd",
    amountCents: 3_00n,
    effectiveAtMs: period.startMs,
  });
  const [grant] = await listGrants(billing, accountId);
  if (grant === undefined) throw new Error("no grant was made");
  await mirrorCredit(client, stripeCustomerId, grant);
  await mirrorCredit(client, stripeCustomerId, { ...grant, voidedAtMs: period.startMs });
  await advanceTestClock(client, customer.stripeTestClockId ?? "", { toMs: period.endMs + 1_800_000 });
  const invoice = await closePeriodWithInvoice(
    { billing, usage, ids: randomIds, book: DEFAULT_PRICE_BOOK, rounding: collector.rounding },
    { accountId, startMs: period.startMs, cutMs: period.endMs },
  );
  const lines = await listLines(billing, accountId, invoice.invoiceId);
  const days = await readBilledDays(billing, accountId, invoice.invoiceId);
  const drafted = await collector.draft({ stripeCustomerId, invoice, lines, days });
  await collector.finalize(drafted.stripeInvoiceId);
  await collector.pay(drafted.stripeInvoiceId);
  await collector.credit(drafted.stripeInvoiceId, { noteId: name, cents: 1_00n, reason: "an outage" });
  await client.invoicePayments.list({ invoice: drafted.stripeInvoiceId });
  await collector.discard(drafted.stripeInvoiceId);
  const setups = { stripe: client, billing };
  const setup = { stripeCustomerId, accountId };
  const card = await startCardSetup(setups, { ...setup, choiceId: `${name}-form` });
  await client.setupIntents.confirm(card.setupIntentId, { payment_method: "pm_card_visa" });
  await useSavedCard(setups, stripeCustomerId, card.setupIntentId);
  const page = await startCheckout(
    setups,
    { ...setup, choiceId: `${name}-page` },
    "https://cloud.example/billing",
  );
  await applyCardEvent(setups, { type: "checkout.session.completed", objectId: page.sessionId });
  const [, other] = await listPaymentMethods(setups, stripeCustomerId);
  const method = { ...setup, paymentMethodId: other?.paymentMethodId ?? "" };
  await setDefaultMethod(setups, { ...method, choiceId: `${name}-choice` });
  const [, former] = await listPaymentMethods(setups, stripeCustomerId);
  await removeMethod(setups, { ...method, paymentMethodId: former?.paymentMethodId ?? "" });
  await openPortal(client, stripeCustomerId, "https://cloud.example/billing");
  await catchUpEvents({ stripe: client, billing, log }, { fromMs: 0 });
}

test("what we send to Stripe and what the emulator answers is as published", async () => {
  await driveCollector("stripe-invoices");
  await driveCollector("stripe-meters");
  const prepared = createStripeMetersCollector(client, systemClock);
  for (const book of PRICE_BOOKS) {
    const { id } = await client.customers.create({ email: "book@peer.example" });
    await prepared.prepare({
      stripeCustomerId: id,
      accountId: priceBookId(book),
      priceBook: priceBookId(book),
    });
  }

  expect([...new Set(wrong)]).toEqual([]);
  expect(calls.size).toBeGreaterThan(30);
});
