// A proxy before the emulator that goes wrong by a seed: throttled, refused before the call took effect, cut off after it
// did, or away altogether. And months of accounts billed through it, each step repeated until it is done.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { findOpenPeriod, type Customer } from "#billing/customers";
import {
  closePeriodWithInvoice,
  findInvoice,
  linkStripeInvoice,
  listLines,
  readBilledDays,
  type Invoice,
} from "#billing/invoices";
import { DEFAULT_PRICE_BOOK } from "#billing/prices";
import { createStripeInvoicesCollector, ensureCustomer, type StripeClient } from "#billing/stripe";
import { systemClock } from "#shared/clock";
import { CloudError } from "#shared/errors";
import { randomIds } from "#shared/ids";
import type { Pool } from "#shared/postgres";
import { storeActions } from "../../services/usage/store/counters-store.ts";

export interface FaultyStripe {
  address: string;
  /** Nobody answers while it is true. */
  isDown: boolean;
  /** How often each fault happened. */
  faults: Record<Fault, number>;
  stop(): void;
}

type Fault = "throttled" | "refused" | "cut off" | "down";

/** Marsaglia's xorshift: the same seed goes wrong in the same way. */
export function drawFrom(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}

export async function startFaultyStripe(emulator: string, seed: number): Promise<FaultyStripe> {
  const draw = drawFrom(seed);
  const proxy: FaultyStripe = {
    address: "",
    isDown: false,
    faults: { throttled: 0, refused: 0, "cut off": 0, down: 0 },
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  const server: Server = createServer((request, response) => {
    const fault = proxy.isDown ? "down" : faultOf(draw(40));
    if (fault !== undefined) proxy.faults[fault] += 1;
    answer(emulator, fault, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A listening TCP server has an AddressInfo.
  proxy.address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return proxy;
}

function faultOf(drawn: number): Fault | undefined {
  if (drawn === 0) return "refused";
  if (drawn === 1) return "throttled";
  return drawn <= 3 ? "cut off" : undefined;
}

async function answer(
  emulator: string,
  fault: Fault | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  if (fault === "down") return void response.destroy();
  if (fault === "refused") return fail(response, 500, "api_error");
  if (fault === "throttled") return fail(response, 429, "invalid_request_error");
  const { method = "GET", url = "/" } = request;
  const hasBody = method !== "GET" && method !== "DELETE";
  const answered = await fetch(`http://${emulator}${url}`, {
    method,
    headers: {
      authorization: request.headers.authorization ?? "",
      "content-type": request.headers["content-type"] ?? "application/x-www-form-urlencoded",
      ...(hasBody && typeof request.headers["idempotency-key"] === "string"
        ? { "idempotency-key": request.headers["idempotency-key"] }
        : {}),
    },
    body: hasBody ? Buffer.concat(chunks) : null,
  });
  const body = await answered.text();
  // The call took effect; its answer is lost.
  if (fault === "cut off") return void response.destroy();
  response.writeHead(answered.status, { "content-type": "application/json" }).end(body);
}

function fail(response: ServerResponse, status: number, type: string): void {
  const body = JSON.stringify({ error: { type, message: "A fault of the test." } });
  response.writeHead(status, { "content-type": "application/json" }).end(body);
}

const ATTEMPTS_MAX = 200;

/** As a workflow repeats an activity: for as long as the failure is one that passes. */
export async function persist<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const passes = error instanceof CloudError && error.code === "UNAVAILABLE";
      if (!passes || attempt >= ATTEMPTS_MAX) throw error;
    }
  }
}

export interface BillingThroughFaults {
  billing: Pool;
  usage: Pool;
  client: StripeClient;
}

/** What goes wrong between two steps of a month, for a customer with a test clock. */
export type Interruption = (customer: Customer, periodEndMs: number) => Promise<void>;

/** Signs an account up, uses something, closes its month and has it paid. */
export async function billMonth(
  ports: BillingThroughFaults,
  accountId: string,
  actions: number,
  interrupt: { beforeDraft?: Interruption; beforeFinal?: Interruption } = {},
): Promise<Invoice> {
  const { billing, usage, client } = ports;
  const customer = await persist(() =>
    ensureCustomer(
      { stripe: client, billing, clock: systemClock, useTestClocks: true },
      { accountId, email: `owner@${accountId}.example`, name: accountId },
    ),
  );
  await storeActions(usage, `cell-${accountId}`, [
    {
      namespace: `shop.${accountId}`,
      minuteMs: Math.floor(systemClock.now() / 60_000) * 60_000,
      kind: "start_workflow",
      workflowType: "order",
      taskQueue: "orders",
      count: actions,
    },
  ]);
  const period = await findOpenPeriod(billing, accountId);
  if (period === undefined) throw new Error("no period is open");
  const invoice = await closePeriodWithInvoice(
    { billing, usage, ids: randomIds, book: DEFAULT_PRICE_BOOK },
    { accountId, startMs: period.startMs, cutMs: period.endMs },
  );
  const toCollect = {
    stripeCustomerId: customer.stripeCustomerId ?? "",
    invoice,
    lines: await listLines(billing, accountId, invoice.invoiceId),
    days: await readBilledDays(billing, accountId, invoice.invoiceId),
  };
  const collector = createStripeInvoicesCollector(client);
  await interrupt.beforeDraft?.(customer, period.endMs);
  const { stripeInvoiceId } = await persist(() => collector.draft(toCollect));
  await linkStripeInvoice(billing, { accountId, invoiceId: invoice.invoiceId, stripeInvoiceId });
  await interrupt.beforeFinal?.(customer, period.endMs);
  await persist(() => collector.finalize(stripeInvoiceId));
  await persist(() => collector.pay(stripeInvoiceId));
  const linked = await findInvoice(billing, accountId, invoice.invoiceId);
  if (linked === undefined) throw new Error("the invoice is gone");
  return linked;
}
