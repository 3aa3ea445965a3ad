// Provisioned capacity from counters to the invoice line: the published example to the action, and late actions, which
// take the place of what their hour was topped up by, before the invoice and after it.
import { afterAll, beforeAll, expect, test } from "vitest";
import { addCustomer, findOpenPeriod, openBillingDatabase, openFirstPeriod } from "#billing/customers";
import { closePeriodWithInvoice, listLines, type Invoice } from "#billing/invoices";
import { getBillingProof } from "#billing/overview";
import { DEFAULT_PRICE_BOOK, pricingOf, pricingSettings } from "#billing/prices";
import { capacityTopUp } from "#billing/rating";
import { createTestDatabase, type TestDatabase } from "#harness/postgres";
import { randomIds } from "#shared/ids";
import type { Pool } from "#shared/postgres";
import { openUsageDatabase, recordSurcharges } from "#usage/reports";
import { rollUp } from "../../services/usage/rollup/roll-up.ts";
import { storeActions } from "../../services/usage/store/counters-store.ts";

const HOUR_MS = 3_600_000;
const OCTOBER = Date.UTC(2026, 9, 1);
const DAY = Date.UTC(2026, 9, 20);
const NOVEMBER = Date.UTC(2026, 10, 1);
const MILLION = 1_000_000;
const accountId = "acme";
const namespace = "shop.acme";

let database: TestDatabase;
let billing: Pool;
let usage: Pool;
beforeAll(async () => {
  database = await createTestDatabase("billing_top_up");
  billing = await openBillingDatabase(database.url);
  usage = await openUsageDatabase(database.url);
  await usage.query("insert into sources (source) values ('cell-a')");
  await addCustomer(billing, { accountId, email: "owner@acme.example", name: "Acme" });
  await openFirstPeriod(billing, accountId, OCTOBER);
});
afterAll(async () => {
  await Promise.all([billing.end(), usage.end()]);
  await database.drop();
});

async function act(hour: number, count: number): Promise<void> {
  const labels = { kind: "start_timer", workflowType: "order", taskQueue: "q" };
  await storeActions(usage, "cell-a", [{ ...labels, namespace, minuteMs: DAY + hour * HOUR_MS, count }]);
}

/** Four units for four hours, and everything before `finalMs` is final. */
async function topUp(finalMs: number, lookBack = false): Promise<void> {
  await usage.query("update sources set complete_until = to_timestamp($1::float8 / 1000)", [finalMs]);
  const plain = { replicas: 1, fairness: false, capacityUnits: 0 };
  await recordSurcharges(usage, {
    namespace,
    intervals: [
      { ...plain, fromMs: DAY, toMs: DAY + 4 * HOUR_MS, capacityUnits: 4 },
      { ...plain, fromMs: DAY + 4 * HOUR_MS, toMs: Number.MAX_SAFE_INTEGER },
    ],
    topUp: capacityTopUp,
    lookBack,
  });
}

async function close(): Promise<Invoice> {
  const period = await findOpenPeriod(billing, accountId);
  return closePeriodWithInvoice(
    { billing, usage, ids: randomIds, book: DEFAULT_PRICE_BOOK },
    { accountId, startMs: period?.startMs ?? 0, cutMs: period?.endMs ?? 0 },
  );
}

async function quantities({ invoiceId }: Invoice): Promise<[bigint, boolean][]> {
  const lines = await listLines(billing, accountId, invoiceId);
  return lines.map(({ quantity, isLate }) => [quantity, isLate]);
}

async function clearing() {
  const pricing = pricingOf(pricingSettings.parse({}));
  const nowMs = NOVEMBER + 40 * 86_400_000;
  const proof = await getBillingProof({ billing, usage, pricing, accountId, nowMs });
  return proof.clearing?.find(({ meter }) => meter === "actions");
}

test("4 units over hours of 2.0, 5.0, 4.0 and 0.5 million actions are 12.08 million on the invoice, late actions or not", async () => {
  for (const [hour, millions] of [2, 5, 4, 0.4].entries()) await act(hour, millions * MILLION);
  await topUp(DAY + 5 * HOUR_MS);
  await rollUp(usage);
  // 100,000 more of the last hour became known, far later than they happened: the top-up gives way to them.
  await act(3, 0.5 * MILLION);
  await topUp(NOVEMBER, true);

  const october = await close();
  expect(await quantities(october)).toEqual([[BigInt(12.08 * MILLION), false]]);
  expect(october.totalMicros).toBe(302_000_000n);
});

test("actions that become known after the invoice cost only what is beyond the hour's minimum, and the books are clear", async () => {
  // 1.2 million in all: 120,000 more than the minimum of 1.08 million.
  await act(3, 1.2 * MILLION);
  expect(await clearing()).toMatchObject({ open: "700000", stranded: "0" });
  await topUp(NOVEMBER + HOUR_MS, true);
  expect(await clearing()).toMatchObject({ open: "120000", stranded: "0" });

  const november = await close();
  expect(await quantities(november)).toEqual([[120_000n, true]]);
  expect(await clearing()).toMatchObject({
    open: "0",
    stranded: "0",
    metered: "12200000",
    invoiced: "12200000",
  });
  expect(await quantities(await close())).toEqual([]);
});
