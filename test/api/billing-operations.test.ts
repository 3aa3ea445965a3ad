// Billing over HTTP: people of finance read and pay, operators change terms and credits of any account, once, in the
// audit trail; what does not fit is refused with its field.
import { afterAll, beforeAll, expect, test } from "vitest";
import { addCustomer, findOpenPeriod, openBillingDatabase, openFirstPeriod } from "#billing/customers";
import { closePeriodWithInvoice } from "#billing/invoices";
import { findPriceBook } from "#billing/prices";
import { systemClock } from "#shared/clock";
import { randomIds } from "#shared/ids";
import { openUsageDatabase } from "#usage/reports";
import type { Pool } from "#shared/postgres";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { call, INTERNAL_TOKEN, signUp, startRealApi, type Person, type RealApi } from "./real-api.ts";

let api: RealApi;
let owner: Person;
let database: TestDatabase;
let billing: Pool;

beforeAll(async () => {
  database = await createTestDatabase("api_billing");
  billing = await openBillingDatabase(database.url);
  api = await startRealApi({ CELLPLANE_BILLING_DATABASE_URL: database.url });
  owner = await signUp(api, "owner@example.com");
  await addCustomer(billing, { accountId: owner.accountId, email: "owner@example.com", name: "Acme" });
  await openFirstPeriod(billing, owner.accountId, systemClock.now());
});
afterAll(async () => {
  await api.stop();
  await billing.end();
  await database.drop();
});

async function asOperator(path: string, body: Record<string, unknown>) {
  const answer = await fetch(`${api.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${INTERNAL_TOKEN}` },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

const credit = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  accountId: owner.accountId,
  name: "Welcome",
  category: "promotional",
  currency: "usd",
  amountCents: 50_00,
  ...more,
});

test("an operator grants a credit once, the owner sees it, and a customer may not", async () => {
  const operationId = "5a4c2a52-6a07-4c52-9f9e-0d6f2f4a0001";
  const first = await asOperator("/api/v1/billing-admin/credits", credit({ asyncOperationId: operationId }));
  const again = await asOperator("/api/v1/billing-admin/credits", credit({ asyncOperationId: operationId }));
  const theirs = await call(api, "POST", "/api/v1/billing-admin/credits", { as: owner, body: credit() });

  expect(first).toMatchObject({ status: 200, body: { grantId: operationId } });
  expect(again.status).toBe(200);
  expect(theirs.status).toBe(403);
  const { body } = await call(api, "GET", "/api/v1/billing/credits", { as: owner });
  expect(body["credits"]).toMatchObject([{ name: "Welcome", amountCents: 5_000, balanceCents: 5_000 }]);
  const overview = await call(api, "GET", "/api/v1/billing", { as: owner });
  expect(overview.body).toMatchObject({ priceBook: "default@1", creditCents: 5_000, spentMicros: "0" });
});

test("a plan is changed by an operator, and the owner sees it", async () => {
  const changed = await asOperator("/api/v1/billing-admin/terms", {
    accountId: owner.accountId,
    priceBook: "public-business@1",
    discountBasisPoints: 500,
  });
  expect(changed.status).toBe(200);
  const { body } = await call(api, "GET", "/api/v1/billing", { as: owner });
  expect(body).toMatchObject({ plan: "Business", discountBasisPoints: 500, spentMicros: "500000000" });
});

test.each([
  ["/api/v1/billing-admin/credits", { currency: "eur" }, /^currency /],
  ["/api/v1/billing-admin/credits", { amountCents: -5 }, /^amount_cents /],
  ["/api/v1/billing-admin/credits", { amountCents: 0.5 }, /^amount_cents /],
  ["/api/v1/billing-admin/credits", { accountId: "nobody" }, /^account_id /],
  ["/api/v1/billing-admin/commitments", { years: 9 }, /^years /],
  ["/api/v1/billing-admin/terms", { priceBook: "free@1" }, /^price_book /],
  ["/api/v1/billing-admin/usage-adjustments", { reason: "", quantity: "1" }, /^reason /],
  ["/api/v1/billing-admin/usage-adjustments", { reason: "x", quantity: "-1" }, /^quantity /],
  ["/api/v1/billing-admin/invoices/inv-x/credit-notes", { reason: "" }, /^reason /],
  ["/api/v1/billing-admin/invoices/inv-x/adjustments", { reason: " ", amountCents: -5 }, /^reason /],
  ["/api/v1/billing-admin/invoices/inv-x/adjustments", { reason: "x", amountCents: 0.5 }, /^amount_cents /],
  ["/api/v1/billing-admin/invoices/inv-x/adjustments", { reason: "x", amountCents: 0 }, /^amount_cents /],
  ["/api/v1/billing-admin/invoices/inv-x/adjustments", { reason: "x", quantity: "1e3" }, /^quantity /],
  ["/api/v1/billing-admin/invoices/inv-x/adjustments", { reason: "x", quantity: "0" }, /^quantity /],
  ["/api/v1/billing-admin/invoices/inv-x/adjustments", { reason: "x" }, /^quantity or amount_cents /],
  ["/api/v1/billing-admin/invoices/inv-x/adjustments", { reason: "x", line: -1, amountCents: 1 }, /^line /],
])("%s with %j is refused with the field and the rule", async (path, more, message) => {
  const { name, category, ...money } = credit();
  const filled: Record<string, object> = { credits: { name, category, ...money }, commitments: money };
  const known = filled[path.split("/").at(-1) ?? ""] ?? { accountId: owner.accountId };
  const { status, body } = await asOperator(path, { ...known, ...more });
  expect([status, body["message"]]).toEqual([400, expect.stringMatching(message)]);
});

test("a closed period is corrected by an operator, once, in the trail with before and after; no customer may, and no stranger sees it", async () => {
  const { accountId } = owner;
  const usage = await openUsageDatabase(database.url);
  const period = await findOpenPeriod(billing, accountId);
  const book = findPriceBook("public-business@1");
  const invoice = await closePeriodWithInvoice(
    { billing, usage, ids: randomIds, book },
    { accountId, startMs: period?.startMs ?? 0, cutMs: period?.endMs ?? 0 },
  );
  await usage.end();
  await billing.query("update invoices set state = 'OPEN' where invoice_id = $1", [invoice.invoiceId]);
  const path = `/api/v1/billing-admin/invoices/${invoice.invoiceId}/adjustments`;
  const asyncOperationId = "5a4c2a52-6a07-4c52-9f9e-0d6f2f4a0002";
  const body = { accountId, amountCents: -12_00, reason: "an outage of ours", asyncOperationId };

  expect((await call(api, "POST", path, { as: owner, body })).status).toBe(403);
  const first = await asOperator(path, body);
  const again = await asOperator(path, body);
  const tooMuch = await asOperator(path, { ...body, amountCents: -490_00, asyncOperationId: "" });
  expect(first).toMatchObject({ status: 200, body: { amountCents: -1_200 } });
  expect(again.status).toBe(200);
  expect(tooMuch).toMatchObject({
    status: 400,
    body: { message: "amount_cents must not take more than the invoice has left (48800 minor units)." },
  });
  expect((await asOperator(path, { ...body, accountId: "other", asyncOperationId: "" })).status).toBe(404);
  const listed = await call(api, "GET", "/api/v1/billing/adjustments", { as: owner });
  expect(listed.body["adjustments"]).toMatchObject([
    { adjustmentId: asyncOperationId, invoiceId: invoice.invoiceId, amountCents: -1_200, openCents: -1_200 },
  ]);
  const stranger = await signUp(api, "stranger@example.com");
  const theirs = await call(api, "GET", "/api/v1/billing/adjustments", { as: stranger });
  expect(theirs.body["adjustments"] ?? []).toEqual([]);
  const records = await api.database.query.auditRecord.findMany({
    where: { operation: "AdjustInvoice", resourceId: accountId },
    orderBy: { emittedAt: "asc" },
  });
  // Before these are the bad inputs of above.
  const [made, refused] = records.slice(-2);
  expect([made?.status, refused?.status]).toEqual(["OK", "INVALID_ARGUMENT"]);
  expect(made?.details).toMatchObject({
    before: { invoiceCents: 50_000 },
    after: { invoiceCents: 48_800, amountCents: -1_200, reason: "an outage of ours" },
  });
});

test("a budget is set, read and changed by its version, and what does not fit is refused", async () => {
  const set = (body: Record<string, unknown>) =>
    call(api, "POST", "/api/v1/billing/budget", { as: owner, body });
  const spec = {
    amountCents: 100_00,
    thresholdPercents: [80, 50],
    emails: ["finance@acme.example"],
    hardCap: true,
  };

  expect((await set({ spec })).status).toBe(200);
  expect((await set({ spec: { ...spec, amountCents: 1 } })).status).toBe(409);
  const { body } = await call(api, "GET", "/api/v1/billing/budget", { as: owner });
  expect(body).toMatchObject({
    budget: {
      resourceVersion: "1",
      spec: { amountCents: 10_000, thresholdPercents: [50, 80], hardCap: true },
    },
  });
  const wrong: [Record<string, unknown>, RegExp][] = [
    [{ amountCents: 0 }, /^amount_cents /],
    [{ amountCents: 1.5 }, /^amount_cents /],
    [{ thresholdPercents: [0] }, /^threshold_percents /],
    [{ thresholdPercents: [50, 50] }, /^threshold_percents /],
    [{ emails: ["nobody"] }, /^emails /],
    [{ webhookUrl: "http://10.0.0.1/x" }, /^webhook_url /],
  ];
  for (const [more, message] of wrong) {
    const refused = await set({ spec: { ...spec, ...more }, resourceVersion: "1" });
    expect([refused.status, refused.body["message"]]).toEqual([400, expect.stringMatching(message)]);
  }
});

test("a card is not asked for before the account is a customer of the payment provider, and that is in the trail", async () => {
  const answer = await call(api, "POST", "/api/v1/billing/checkout", { as: owner, body: {} });
  expect(answer.status).toBe(412);
  const records = await api.database.query.auditRecord.findMany({
    where: { accountId: owner.accountId, operation: "StartCheckout" },
  });
  expect(records).toMatchObject([{ status: "FAILED_PRECONDITION" }]);
});
