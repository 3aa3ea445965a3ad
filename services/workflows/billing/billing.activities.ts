// What closing a billing period does. Each activity can be repeated: invoices are found again by period and by the id in
// Stripe's metadata, states change by compare-and-set. Nothing here decides a price.
import { raiseAlert, resolveAlert } from "#billing/alerts";
import { findCustomer } from "#billing/customers";
import {
  applyCollected,
  closePeriodWithInvoice,
  discardInvoice,
  findInvoiceOfPeriod,
  linkStripeInvoice,
  listLines,
  readBilledDays,
  recordReconciliation,
  settleEmptyInvoice,
  type Invoice,
  type PeriodClosing,
} from "#billing/invoices";
import { advanceTestClock, type Collector, type StripeClient } from "#billing/stripe";
import type { Database } from "#domain/database";
import { failOperation, finishOperation, startOperation } from "#domain/operations";
import { delay, type Clock } from "#shared/clock";
import { CloudError } from "#shared/errors";
import type { Logger } from "#shared/log";
import { readFinalUntil, refreshUsage } from "#usage/reports";
import { meterSurcharges } from "../jobs/index.ts";

export interface ClosingInput {
  accountId: string;
  operationId: string;
  periodStartMs: number;
  periodEndMs: number;
  /** Usage before this moment is billed: the period's end, or the moment of asking when a test clock ends it. */
  cutMs: number;
}

export interface FailedClosingInput extends ClosingInput {
  reason: string;
}

export interface BillingActivities {
  endPeriodAtStripe(input: ClosingInput): Promise<void>;
  awaitUsage(input: ClosingInput): Promise<void>;
  makeInvoice(input: ClosingInput): Promise<void>;
  discardInvoice(input: ClosingInput): Promise<void>;
  draftAtStripe(input: ClosingInput): Promise<void>;
  discardAtStripe(input: ClosingInput): Promise<void>;
  compareTotals(input: ClosingInput): Promise<void>;
  collectInvoice(input: ClosingInput): Promise<void>;
  awaitPayment(input: ClosingInput): Promise<void>;
  finishClosing(input: ClosingInput): Promise<void>;
  failClosing(input: FailedClosingInput): Promise<void>;
}

export interface BillingPorts extends PeriodClosing {
  database: Database;
  stripe: StripeClient;
  collector: Collector;
  clock: Clock;
  log: Logger;
}

/** Past the end, so that Stripe has worked through it, but within the hour in which drafts become final by themselves. */
const PAST_END_MS = 1_800_000;
const REFRESH_LIMIT_MS = 5_000;
const WEBHOOK_POLL_MS = 100;
/** How long the webhook may take before Stripe is asked itself. */
const WEBHOOK_WAIT_MS = 5_000;

export function billingActivities(ports: BillingPorts): BillingActivities {
  const { database, clock } = ports;
  return {
    endPeriodAtStripe: (input) => endPeriodAtStripe(ports, input),
    awaitUsage: (input) => awaitUsage(ports, input),
    makeInvoice: async (input) => {
      await closePeriodWithInvoice(ports, { ...input, startMs: input.periodStartMs });
    },
    discardInvoice: (input) => discardInvoice(ports.billing, { ...input, startMs: input.periodStartMs }),
    draftAtStripe: (input) => draftAtStripe(ports, input),
    discardAtStripe: (input) => discardAtStripe(ports, input),
    compareTotals: (input) => compareTotals(ports, input),
    collectInvoice: (input) => collectInvoice(ports, input),
    awaitPayment: (input) => awaitPayment(ports, input),
    finishClosing: async (input) => {
      await database.transaction((tx) => finishOperation(tx, { ...input, now: clock.now() }));
    },
    failClosing: (input) => failClosing(ports, input),
  };
}

async function endPeriodAtStripe(ports: BillingPorts, input: ClosingInput): Promise<void> {
  await startOperation(ports.database.query, { ...input, now: ports.clock.now() });
  const customer = await findCustomer(ports.billing, input.accountId);
  if (customer?.stripeTestClockId === undefined) return;
  await advanceTestClock(ports.stripe, customer.stripeTestClockId, { toMs: input.periodEndMs + PAST_END_MS });
}

/** Errors: UNAVAILABLE until every source was read up to the cut. Then replicas, fairness and top-ups are added up to it. */
async function awaitUsage(ports: BillingPorts, input: ClosingInput): Promise<void> {
  const { usage } = ports;
  const refreshed = await refreshUsage(usage, { limitMs: REFRESH_LIMIT_MS });
  // At the end of a month, sources must also promise that nothing of it comes later. A test clock's cut is now: what was
  // acknowledged before is read.
  const isFinal =
    input.cutMs !== input.periodEndMs || ((await readFinalUntil(usage)) ?? Infinity) >= input.cutMs;
  if (refreshed !== "read" || !isFinal) {
    throw new CloudError("UNAVAILABLE", "Usage is not complete yet. The period is closed when it is.");
  }
  await meterSurcharges(ports, input.accountId);
}

async function invoiceOf(ports: BillingPorts, input: ClosingInput): Promise<Invoice> {
  const invoice = await findInvoiceOfPeriod(ports.billing, input.accountId, input.periodStartMs);
  if (invoice === undefined) throw new CloudError("NOT_FOUND", "The invoice of the period is not there.");
  return invoice;
}

/** An invoice over nothing, without a line, has no counterpart at Stripe. */
async function draftAtStripe(ports: BillingPorts, input: ClosingInput): Promise<void> {
  const { accountId } = input;
  const invoice = await invoiceOf(ports, input);
  const lines = await listLines(ports.billing, accountId, invoice.invoiceId);
  if (lines.length === 0) return;
  const customer = await findCustomer(ports.billing, accountId);
  if (customer?.stripeCustomerId === undefined) {
    throw new CloudError("FAILED_PRECONDITION", "The account is not a customer of the payment provider.");
  }
  const { stripeCustomerId } = customer;
  const days = await readBilledDays(ports.billing, accountId, invoice.invoiceId);
  const drafted = await ports.collector.draft({ stripeCustomerId, invoice, lines, days });
  const { stripeInvoiceId } = drafted;
  await linkStripeInvoice(ports.billing, { accountId, invoiceId: invoice.invoiceId, stripeInvoiceId });
  await applyCollected(ports.billing, drafted);
}

async function discardAtStripe(ports: BillingPorts, input: ClosingInput): Promise<void> {
  const { accountId, periodStartMs } = input;
  const invoice = await findInvoiceOfPeriod(ports.billing, accountId, periodStartMs);
  const customer = await findCustomer(ports.billing, accountId);
  if (invoice === undefined || customer?.stripeCustomerId === undefined) return;
  const drafted =
    invoice.stripeInvoiceId ?? (await ports.collector.find(customer.stripeCustomerId, invoice.invoiceId));
  if (drafted === undefined) return;
  const left = await ports.collector.discard(drafted);
  // What was paid meanwhile stays, here too.
  if (left !== undefined) await applyCollected(ports.billing, left);
}

/** B2. Errors: FAILED_PRECONDITION when the totals differ: an alert, never a silent correction. */
async function compareTotals(ports: BillingPorts, input: ClosingInput): Promise<void> {
  const invoice = await invoiceOf(ports, input);
  if (invoice.stripeInvoiceId === undefined) return;
  const { totalCents: stripeCents, state: stripeState } = await ports.collector.read(invoice.stripeInvoiceId);
  const { invoiceId, totalCents: ourCents } = invoice;
  const difference = await recordReconciliation(ports.billing, {
    invoiceId,
    ourCents,
    stripeCents,
    stripeState,
  });
  const about = {
    accountId: input.accountId,
    kind: "closing-difference" as const,
    subject: new Date(input.periodStartMs).toISOString(),
  };
  if (difference === 0n) return resolveAlert(ports.billing, about);
  const detail = { invoiceId, ourCents: String(ourCents), stripeCents: String(stripeCents) };
  await raiseAlert(ports.billing, { ...about, detail });
  ports.log.error(
    { alert: "closing-difference", accountId: input.accountId, ...detail },
    "our rating and Stripe's invoice differ",
  );
  throw new CloudError(
    "FAILED_PRECONDITION",
    "The invoice did not pass its check and was not issued. It is being looked at.",
  );
}

/** A declined charge leaves the invoice open: it is owed, and the period is closed all the same. */
async function collectInvoice(ports: BillingPorts, input: ClosingInput): Promise<void> {
  const { invoiceId, stripeInvoiceId } = await invoiceOf(ports, input);
  if (stripeInvoiceId === undefined) return settleEmptyInvoice(ports.billing, input.accountId, invoiceId);
  await ports.collector.finalize(stripeInvoiceId);
  try {
    await ports.collector.pay(stripeInvoiceId);
  } catch (error) {
    if (!(error instanceof CloudError) || error.code !== "FAILED_PRECONDITION") throw error;
    ports.log.warn({ invoiceId, accountId: input.accountId }, "payment declined");
  }
}

/** An invoice that was paid cannot be taken back: then the operation did what it was for. */
async function failClosing(ports: BillingPorts, input: FailedClosingInput): Promise<void> {
  const now = ports.clock.now();
  const invoice = await findInvoiceOfPeriod(ports.billing, input.accountId, input.periodStartMs);
  await ports.database.transaction((tx) =>
    invoice?.state === "PAID" ? finishOperation(tx, { ...input, now }) : failOperation(tx, { ...input, now }),
  );
}

/** The webhook brings the news; when it does not come, Stripe is asked. */
async function awaitPayment(ports: BillingPorts, input: ClosingInput): Promise<void> {
  for (let waited = 0; waited < WEBHOOK_WAIT_MS; waited += WEBHOOK_POLL_MS) {
    const { state } = await invoiceOf(ports, input);
    if (state === "PAID") return;
    await delay(WEBHOOK_POLL_MS);
  }
  const { stripeInvoiceId } = await invoiceOf(ports, input);
  if (stripeInvoiceId === undefined) return;
  ports.log.warn({ stripeInvoiceId }, "no webhook for a payment: asking Stripe");
  await applyCollected(ports.billing, await ports.collector.read(stripeInvoiceId));
}
