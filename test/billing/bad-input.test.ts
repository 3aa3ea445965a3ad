// What finance and strangers send that cannot be right: impossible ranges, unknown groups and months, another currency,
// more than a balance has, forged and replayed webhooks. Each is refused with its field and rule, and is in the trail.
import Stripe from "stripe";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addCustomer, openBillingDatabase, openFirstPeriod } from "#billing/customers";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { systemClock } from "#shared/clock";
import type { Pool } from "#shared/postgres";
import { REFUSALS_PER_MINUTE_MAX } from "../../services/api/webhooks/refused-webhooks.ts";
import { call, INTERNAL_TOKEN, signUp, startRealApi, type Person, type RealApi } from "../api/real-api.ts";
import { WEBHOOK_SECRET } from "./emulator.ts";

const OPERATORS = "operator.installation";

let database: TestDatabase;
let billing: Pool;
let api: RealApi;
let owner: Person;

beforeAll(async () => {
  database = await createTestDatabase("bad_input");
  billing = await openBillingDatabase(database.url);
  api = await startRealApi({
    CELLPLANE_BILLING_DATABASE_URL: database.url,
    CELLPLANE_STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
  });
  owner = await signUp(api, "owner@example.com");
  await addCustomer(billing, { accountId: owner.accountId, email: "owner@example.com", name: "Acme" });
  await openFirstPeriod(billing, owner.accountId, systemClock.now());
});

afterAll(async () => {
  await api.stop();
  await billing.end();
  await database.drop();
});

function trailOf(accountId: string) {
  return api.database.query.auditRecord.findMany({ where: { accountId }, orderBy: { sequence: "asc" } });
}

const RANGE = "start_time_inclusive=2026-11-20T00:00:00Z&end_time_exclusive=2026-11-10T00:00:00Z";

test.each([
  [`usage-report?${RANGE}`, "GetUsageReport", "startTimeInclusive", /before end_time_exclusive/],
  [`usage-report.csv?${RANGE}`, "DownloadUsageReport", "startTimeInclusive", /before end_time_exclusive/],
  ["usage-report?group_by=colour", "GetUsageReport", "groupBy", /must be of: account, namespace/],
  ["usage-report?month=2026-13", "GetUsageReport", "month", /must look like 2026-11/],
  ["focus-report.csv?month=november", "DownloadFocusReport", "month", /must look like 2026-11/],
  ["focus-report.csv?group_by=colour", "DownloadFocusReport", "groupBy", /must be of/],
  ["focus-report.csv?version=2.0", "DownloadFocusReport", "version", /must be of: 1.2, 1.3/],
  ["billing/simulation?months=13", "SimulatePrices", "months", /from 1 to 12/],
  ["billing/estimate?actions=-1", "EstimateCost", "actions", /must be from 0/],
  ["billing/plan-estimate?price_book=free%401", "EstimatePlanChange", "price_book", /that is offered/],
])("%s is refused with its field and rule, and is in the trail", async (path, operation, field, rule) => {
  const before = (await trailOf(owner.accountId)).length;

  const { status, body } = await call(api, "GET", `/api/v1/${path}`, { as: owner });

  expect([status, body["message"]]).toEqual([400, expect.stringMatching(rule)]);
  expect(body["details"]).toMatchObject([{ fieldViolations: [{ field }] }]);
  const records = (await trailOf(owner.accountId)).slice(before);
  expect(records).toMatchObject([{ operation, status: "INVALID_ARGUMENT" }]);
  expect(JSON.stringify(records[0]?.details)).toMatch(rule);
});

test("a currency that is not the account's, and more than a balance has, are refused and in the operators' trail", async () => {
  const asOperator = async (path: string, body: object) => {
    const answer = await fetch(`${api.url}/api/v1/billing-admin/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${INTERNAL_TOKEN}` },
      body: JSON.stringify({ accountId: owner.accountId, ...body }),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const credit = { name: "Welcome", category: "promotional", currency: "usd", amountCents: 5_00 };
  const { grantId } = (await asOperator("credits", credit)).body;
  const before = (await trailOf(OPERATORS)).length;

  const euros = await asOperator("credits", { ...credit, currency: "eur" });
  const beyond = await asOperator(`credits/${String(grantId)}/adjust`, { amountCents: -5_01, reason: "all" });

  expect([euros.status, euros.body["message"]]).toEqual([400, "currency must be the account's, usd."]);
  expect([beyond.status, beyond.body["message"]]).toEqual([
    400,
    "amount_cents takes more than is left (500).",
  ]);
  const records = (await trailOf(OPERATORS)).slice(before);
  expect(records.map(({ operation, status }) => `${operation} ${status}`)).toEqual([
    "GrantCredit INVALID_ARGUMENT",
    "AdjustCredit INVALID_ARGUMENT",
  ]);
});

const EVENT = JSON.stringify({
  ...{
    id: "evt_1",
    object: "event",
    type: "invoice.paid",
    data: { object: { id: "in_1", object: "invoice" } },
  },
});
const signed = (secret: string, ageSeconds = 0): string =>
  Stripe.webhooks.generateTestHeaderString({
    ...{ payload: EVENT, secret },
    timestamp: Math.floor(systemClock.now() / 1000) - ageSeconds,
  });

async function deliver(signature: string | undefined, body = EVENT): Promise<[number, unknown]> {
  const answer = await fetch(`${api.url}/webhooks/stripe`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(signature === undefined ? {} : { "stripe-signature": signature }),
    },
    body,
  });
  const text = (await answer.json()) as { details?: { fieldViolations: { field: string }[] }[] };
  return [answer.status, text.details?.[0]?.fieldViolations[0]?.field];
}

test("forged and replayed webhooks change nothing and are in the operators' trail, of many only some", async () => {
  const refused = [400, "Stripe-Signature"];
  expect(await deliver(undefined)).toEqual(refused);
  expect(await deliver(signed("whsec_guessed"))).toEqual(refused);
  expect(await deliver(signed(WEBHOOK_SECRET), EVENT.replace("in_1", "in_2"))).toEqual(refused);
  // Recorded from the wire more than five minutes ago.
  expect(await deliver(signed(WEBHOOK_SECRET, 301))).toEqual(refused);
  for (let more = 0; more < 2 * REFUSALS_PER_MINUTE_MAX; more += 1)
    expect(await deliver(signed("whsec_guessed"))).toEqual(refused);

  const trail = await trailOf(OPERATORS);
  const records = trail.filter(({ operation }) => operation === "StripeWebhook");
  expect(records[0]).toMatchObject({ status: "INVALID_ARGUMENT", resourceType: "webhook" });
  expect(records.length).toBeGreaterThanOrEqual(4);
  // A minute may have ended meanwhile.
  expect(records.length).toBeLessThanOrEqual(2 * REFUSALS_PER_MINUTE_MAX);
  const { rows } = await billing.query("select 1 from stripe_events");
  expect(rows).toEqual([]);
});
