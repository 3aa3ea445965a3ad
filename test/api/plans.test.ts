// Plans over HTTP: what another one would cost is asked before, a larger one begins at once, any other with the next
// period, and both can be seen, taken back and found in the audit trail; a free trial is seen as it is used.
import { afterAll, beforeAll, expect, test } from "vitest";
import { grantCredit } from "#billing/credits";
import { addCustomer, findOpenPeriod, openBillingDatabase, openFirstPeriod } from "#billing/customers";
import { systemClock } from "#shared/clock";
import type { Pool } from "#shared/postgres";
import { openUsageDatabase } from "#usage/reports";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { storeActions } from "../../services/usage/store/counters-store.ts";
import { call, signUp, startRealApi, type Answer, type Person, type RealApi } from "./real-api.ts";

let api: RealApi;
let owner: Person;
let database: TestDatabase;
let billing: Pool;
let usage: Pool;

beforeAll(async () => {
  database = await createTestDatabase("api_plans");
  billing = await openBillingDatabase(database.url);
  usage = await openUsageDatabase(database.url);
  api = await startRealApi({
    CELLPLANE_BILLING_DATABASE_URL: database.url,
    CELLPLANE_USAGE_DATABASE_URL: database.url,
    CELLPLANE_OFFERED_PRICE_BOOKS: "default@1,public-essentials@1,public-business@1",
  });
  owner = await signUp(api, "owner@example.com");
  const { accountId } = owner;
  await addCustomer(billing, { accountId, email: "money@example.com", name: "Acme" });
  await openFirstPeriod(billing, accountId, systemClock.now());
});
afterAll(async () => {
  await api.stop();
  await Promise.all([billing.end(), usage.end()]);
  await database.drop();
});

const get = async (path: string): Promise<Record<string, unknown>> =>
  (await call(api, "GET", `/api/v1/billing${path}`, { as: owner })).body;
const choose = (priceBook: string, more: object = {}): Promise<Answer> =>
  call(api, "POST", "/api/v1/billing/plan", { as: owner, body: { priceBook, ...more } });
const periodEnd = async (): Promise<string> => {
  const period = await findOpenPeriod(billing, owner.accountId);
  return new Date(period?.endMs ?? 0).toISOString().replace(".000Z", "Z");
};

test("an estimate says when a plan would begin and what it makes of this month and the next, and changes nothing", async () => {
  const dayMs = Math.floor(systemClock.now() / 86_400_000) * 86_400_000;
  // Yesterday and nothing else: a million a day from then on.
  await storeActions(usage, "cell-plans", [
    {
      namespace: `shop.${owner.accountId}`,
      minuteMs: dayMs - 3_600_000,
      kind: "start_workflow",
      workflowType: "order",
      taskQueue: "orders",
      count: 1_000_000,
    },
  ]);
  const next = await findOpenPeriod(billing, owner.accountId);
  const days = new Date(
    Date.UTC(new Date(next?.endMs ?? 0).getUTCFullYear(), new Date(next?.endMs ?? 0).getUTCMonth() + 1, 0),
  ).getUTCDate();

  const estimate = await get("/plan-estimate?price_book=public-business%401");

  expect(estimate).toMatchObject({
    priceBook: "public-business@1",
    plan: "Business",
    atOnce: true,
    currency: "usd",
  });
  expect(Date.parse(String(estimate["effectiveTime"]))).toBeLessThanOrEqual(systemClock.now());
  expect(estimate["nextMonthCurrentMicros"]).toBe(String(days * 25_000_000));
  // 2.5 million are included; the first 5 million $50 each, to 10 million $45, to 20 million $40, then $35.
  const usageMicros = (250 + 225 + 400 + (days - 22.5) * 35) * 1_000_000;
  const fee = Math.max(500_000_000, usageMicros / 10);
  expect(estimate["nextMonthNewMicros"]).toBe(String(usageMicros + fee));
  expect(BigInt(String(estimate["thisMonthNewMicros"]))).toBeGreaterThan(0n);
  expect(await get("")).toMatchObject({ priceBook: "default@1" });
});

test("a larger plan begins at once, with all that it includes and its fee by the day", async () => {
  const asyncOperationId = "5a4c2a52-6a07-4c52-9f9e-0d6f2f4a0162";
  const first = await choose("public-business@1", { asyncOperationId });
  const again = await choose("public-business@1", { asyncOperationId });
  const nothing = await choose("public-business@1");

  expect([first.status, again.status, nothing.status]).toEqual([200, 200, 400]);
  expect(first.body).toMatchObject({ atOnce: true });
  expect(nothing.body["message"]).toBe("nothing to change");
  expect(await get("")).toMatchObject({ priceBook: "public-business@1", plan: "Business" });
  const books = (await get("/price-books"))["priceBooks"] as Record<string, unknown>[];
  expect(books.filter((book) => book["isCurrent"] === true).map(({ id }) => id)).toEqual([
    "public-business@1",
  ]);
  expect(books.filter((book) => book["isOffered"] === true).map(({ id }) => id)).toEqual([
    "default@1",
    "public-essentials@1",
    "public-business@1",
  ]);
});

test("a smaller plan begins with the next period, can be replaced, and is taken back by choosing what is in force", async () => {
  const smaller = await choose("public-essentials@1");
  const nextTime = await periodEnd();
  expect(smaller).toMatchObject({ status: 200, body: { effectiveTime: nextTime } });
  expect(await get("")).toMatchObject({
    priceBook: "public-business@1",
    nextPriceBook: "public-essentials@1",
    nextPriceBookTime: nextTime,
  });
  expect((await choose("default@1")).status).toBe(200);
  expect(await get("")).toMatchObject({ nextPriceBook: "default@1" });
  expect((await choose("public-business@1")).status).toBe(200);
  expect(await get("")).not.toHaveProperty("nextPriceBook");
  const { rows } = await billing.query("select price_book from terms where account_id = $1", [
    owner.accountId,
  ]);
  expect(rows).toEqual([{ price_book: "public-business@1" }]);
});

test("what is not offered is refused with the field, and refusals and changes are in the audit trail and the mail", async () => {
  for (const priceBook of ["public-enterprise@1", "free@1", ""]) {
    const refused = await choose(priceBook);
    const estimate = await get(`/plan-estimate?price_book=${encodeURIComponent(priceBook)}`);
    expect([refused.status, refused.body["message"], estimate["message"]]).toEqual([
      400,
      expect.stringMatching(/^price_book must be one that is offered: default@1, /),
      refused.body["message"],
    ]);
  }
  const records = await api.database.query.auditRecord.findMany({
    where: { accountId: owner.accountId, operation: "ChangePlan" },
  });
  const statuses = records.map(({ status }) => status);
  expect(statuses.filter((status) => status === "OK")).toHaveLength(4);
  expect(statuses.filter((status) => status === "INVALID_ARGUMENT")).toHaveLength(4);
  const mails = await api.database.query.mail.findMany({ where: { toAddress: "money@example.com" } });
  expect(mails.map(({ subject }) => subject)).toContainEqual(
    expect.stringMatching(/^Your plan: Business from /),
  );
});

test("a free trial shows what is left of it after this month", async () => {
  const { accountId } = owner;
  const now = systemClock.now();
  await grantCredit(billing, "usd", {
    ...{ grantId: `trial-${accountId}`, accountId, name: "Free trial", category: "trial", currency: "usd" },
    ...{ amountCents: 2_000_00n, priority: 0, effectiveAtMs: now - 1, expiresAtMs: now + 86_400_000 },
  });
  const billingNow = await get("");
  const spentCents = Math.round(Number(billingNow["spentMicros"]) / 10_000);
  expect(billingNow["trial"]).toMatchObject({
    amountCents: 200_000,
    balanceCents: 200_000,
    leftCents: 200_000 - spentCents,
  });
});
