// What an unpaid bill does at the edge of a running cloud, and how soon: new work is refused, then everything, within ten
// seconds of the fact; paying lifts it as fast; and what was there is there again, to the last event.
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { temporal } from "#contracts";
import { openCloudPostgres, type OpenPostgres } from "#standalone";
import { eventually } from "../harness/eventually.ts";
import { runStandalone, type Command } from "../harness/standalone.ts";
import { WORKFLOW_SERVICE } from "./grpc-caller.ts";
import { newTenant, type Tenant } from "./tenant.ts";

const DAY_MS = 86_400_000;
const LIMIT_MS = 10_000;
const PROBE_MS = 50;
/** How long is waited, so that a figure is told that is too large. */
const LATEST_MS = 60_000;
const OK = 0;
const PERMISSION_DENIED = 7;
const RESOURCE_EXHAUSTED = 8;
const INVOICE = "inv-unpaid";

let cloud: Command;
let tenant: Tenant;
let postgres: OpenPostgres;
let billing: pg.Client;

beforeAll(async () => {
  cloud = runStandalone("main", []);
  await cloud.says("Ready in");
  tenant = await newTenant(cloud);
  postgres = await openCloudPostgres(cloud.dataDirectory);
  billing = new pg.Client({ connectionString: postgres.url("cellplane"), options: "-c search_path=billing" });
  await billing.connect();
}, 120_000);
afterAll(async () => {
  tenant.close();
  await billing.end();
  await postgres.close();
  await cloud.stop();
});

const call = async (method: string, request: object): Promise<number | undefined> =>
  (await tenant.byKey.call(WORKFLOW_SERVICE, method, { namespace: tenant.namespace, ...request })).status;

let orders = 0;
const start = (): Promise<number | undefined> => {
  orders += 1;
  const [workflowType, taskQueue] = [{ name: "order" }, { name: "orders" }];
  return call("StartWorkflowExecution", {
    ...{ workflowId: `order-${orders}`, requestId: `start-${orders}`, workflowType, taskQueue },
  });
};
const signal = () =>
  call("SignalWorkflowExecution", { workflowExecution: { workflowId: "order-1" }, signalName: "paid" });

async function eventsOfFirst(): Promise<string[]> {
  const answer =
    await tenant.byKey.answer<temporal.api.workflowservice.v1.IGetWorkflowExecutionHistoryResponse>(
      WORKFLOW_SERVICE,
      "GetWorkflowExecutionHistory",
      { namespace: tenant.namespace, execution: { workflowId: "order-1" } },
    );
  return (answer.history?.events ?? []).map(
    ({ eventId, eventType }) => `${String(eventId)} ${String(eventType)}`,
  );
}

/** Changes a fact, and answers how many milliseconds later a call is answered so. */
async function msUntil(
  fact: () => Promise<unknown>,
  probe: () => Promise<number | undefined>,
  status: number,
) {
  await fact();
  const since = performance.now();
  await eventually(async () => (await probe()) === status, {
    ...{ limitMs: LATEST_MS, pollMs: PROBE_MS },
    what: `status ${status}`,
  });
  return performance.now() - since;
}

/** An invoice that is open for so many days; time itself cannot be waited for. */
async function openInvoiceSince(days: number): Promise<void> {
  const since = new Date(Date.now() - days * DAY_MS);
  await billing.query(
    `insert into periods (account_id, period_start, period_end, state, usage_from)
     values ($1, '2020-01-01', '2020-02-01', 'CLOSED', '2020-01-01') on conflict do nothing`,
    [tenant.accountId],
  );
  await billing.query(
    `insert into invoices (invoice_id, account_id, period_start, period_end, state, currency, price_book, total_micros,
       total_cents, open_since)
     values ($2, $1, '2020-01-01', '2020-02-01', 'OPEN', 'usd', 'default@1', 50000000, 5000, $3)
     on conflict (invoice_id) do update set open_since = excluded.open_since`,
    [tenant.accountId, INVOICE, since],
  );
}

const pay = () =>
  billing.query("update invoices set state = 'PAID', paid_at = now() where invoice_id = $1", [INVOICE]);

test("an unpaid bill refuses new work, then everything, and paying lifts it, each within ten seconds; nothing is lost", async () => {
  await eventually(
    async () =>
      (await billing.query("select 1 from customers where account_id = $1", [tenant.accountId])).rowCount ===
      1,
    { limitMs: 60_000, what: "a customer to bill" },
  );
  expect(await start()).toBe(OK);
  const before = await eventsOfFirst();

  const restricted = await msUntil(() => openInvoiceSince(8), start, RESOURCE_EXHAUSTED);
  expect(await signal()).toBe(OK);
  const suspended = await msUntil(() => openInvoiceSince(15), signal, PERMISSION_DENIED);
  expect(await start()).toBe(PERMISSION_DENIED);
  const lifted = await msUntil(pay, start, OK);

  console.log(
    `refused after ${restricted.toFixed(0)} ms, suspended after ${suspended.toFixed(0)} ms, lifted after ${lifted.toFixed(0)} ms`,
  );
  expect(Math.max(restricted, suspended, lifted)).toBeLessThan(LIMIT_MS);
  // Signals that were acknowledged meanwhile are the only thing that came.
  const after = await eventsOfFirst();
  expect(after.slice(0, before.length)).toEqual(before);
  expect(await signal()).toBe(OK);
  const { account } = await tenant.customer.get(
    "/cloud/account",
    z.object({ account: z.object({ state: z.string() }) }),
  );
  expect(account.state).toBe("RESOURCE_STATE_ACTIVE");
}, 180_000);
