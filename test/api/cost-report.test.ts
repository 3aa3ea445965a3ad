// What usage costs by any group: each month rated whole by the terms it had, the range cut out of it, and seen by finance
// only.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addCustomer, openBillingDatabase, openFirstPeriod } from "#billing/customers";
import { addTerms } from "#billing/terms";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import type { Pool } from "#shared/postgres";
import { call, signUp, startRealApi, type Person, type RealApi } from "./real-api.ts";

const COSTS = "/api/v1/cost-report";
const DAY_MS = 86_400_000;
const OCTOBER = Date.UTC(2026, 9, 1);
const MILLION = 1_000_000;

let api: RealApi;
let owner: Person;
let stranger: Person;
let database: TestDatabase;
let billing: Pool;

beforeAll(async () => {
  database = await createTestDatabase("api_costs");
  billing = await openBillingDatabase(database.url);
  api = await startRealApi({ CELLPLANE_BILLING_DATABASE_URL: database.url });
  owner = await signUp(api, "owner@example.com");
  stranger = await signUp(api, "stranger@example.com");
  await addCustomer(billing, { accountId: owner.accountId, email: "owner@example.com", name: "Acme" });
  await openFirstPeriod(billing, owner.accountId, OCTOBER);
  await addTerms(billing, {
    accountId: owner.accountId,
    validFromMs: Date.UTC(2026, 8, 1),
    priceBook: "public-essentials@1",
    discountBasisPoints: 0,
  });
  // 1 million is in the plan; 5 million cost $50 each, those after them $45.
  await use("shop", 0, "start_workflow", 4 * MILLION);
  await use("pay", 1, "start_workflow", 1 * MILLION);
  await use("shop", 2, "signal_workflow", 4 * MILLION);
});
afterAll(async () => {
  await api.stop();
  await billing.end();
  await database.drop();
});

async function use(name: string, day: number, kind: string, count: number): Promise<void> {
  const at = new Date(OCTOBER + day * DAY_MS).toISOString();
  for (const [table, column] of [
    ["action_hours", "hour"],
    ["action_days", "day"],
  ])
    await api.database.query.$executeRawUnsafe(
      `insert into usage.${table} (namespace, ${column}, kind, workflow_type, task_queue, count)
       values ('${name}.${owner.accountId}', '${at}'::timestamptz, '${kind}', 'order', 'q', ${count})`,
    );
}

async function costs(query: string, as: Person = owner) {
  const { status, body } = await call(api, "GET", `${COSTS}?${query}`, { as });
  expect(status, JSON.stringify(body)).toBe(200);
  const rows = (body["rows"] ?? []) as Record<string, string>[];
  return { body, rows };
}

const day = (number: number): string => new Date(OCTOBER + number * DAY_MS).toISOString();

describe("costs", () => {
  test("of a month are its usage at the account's prices, the most expensive group first", async () => {
    const { body, rows } = await costs("month=2026-10&groupBy=namespace");
    const [shop, pay] = [`shop.${owner.accountId}`, `pay.${owner.accountId}`];
    expect(rows.map(({ namespace, costMicros }) => [namespace, costMicros])).toEqual([
      [shop, String((3 * 50 + 1 * 50 + 3 * 45) * MILLION)],
      [pay, String(50 * MILLION)],
    ]);
    expect(body).toMatchObject({ totalMicros: String(385 * MILLION), currency: "usd" });
  });

  test("of some days are what those days added to the month, and the days sum to the month", async () => {
    const { rows } = await costs(
      `startTimeInclusive=${day(2)}&endTimeExclusive=${day(3)}&groupBy=day&groupBy=kind`,
    );
    expect(rows).toMatchObject([
      { kind: "signal_workflow", costMicros: String(185 * MILLION), periodStart: day(2).replace(".000", "") },
    ]);
    const days = await costs("month=2026-10&groupBy=day");
    const sum = days.rows.reduce((total, { costMicros = "0" }) => total + BigInt(costMicros), 0n);
    expect(sum).toBe(385n * 1_000_000n);
  });

  test("of one namespace are its share of the account's, not a price of its own", async () => {
    const { body } = await costs(`month=2026-10&namespace=pay.${owner.accountId}&groupBy=month`);
    expect(body["totalMicros"]).toBe(String(50 * MILLION));
  });

  test("T1: another account sees its own, which is nothing, and not by name either", async () => {
    expect((await costs("month=2026-10", stranger)).rows).toEqual([]);
    const named = `${COSTS}?month=2026-10&namespace=pay.${owner.accountId}`;
    expect((await call(api, "GET", named, { as: stranger })).status).toBe(404);
  });

  test.each([
    ["groupBy=hour", /^group_by takes day or month/],
    ["groupBy=colour", /^group_by "colour" is not known/],
    ["month=2026-13", /^month /],
    [`startTimeInclusive=${day(3)}&endTimeExclusive=${day(1)}`, /^start_time_inclusive /],
    ["startTimeInclusive=2020-01-01T00:00:00Z", /at most 400 days/],
  ])("%s is refused with its field and rule", async (query, message) => {
    const { status, body } = await call(api, "GET", `${COSTS}?${query}`, { as: owner });
    expect([status, body["message"]]).toEqual([400, expect.stringMatching(message)]);
  });
});
