// The collector that has Stripe rate: usage goes to meters as absolute totals per day, a subscription with metered prices
// bills them, and what is no usage (fees, discounts, credits) goes onto its invoice as items.
import type Stripe from "stripe";
import type { Invoice } from "#billing/invoices";
import { findPriceBook, METERS, type Meter } from "#billing/prices";
import type { Clock } from "#shared/clock";
import { CloudError } from "#shared/errors";
import { toCollected } from "./collected-invoice.ts";
import type { Collector, InvoiceToCollect, MeterDifference } from "./collector.ts";
import { ensureMeteredPrices, ensureMeters, meterEventName } from "./ensure-meters.ts";
import {
  addLines,
  creditedCents,
  creditInvoice,
  discard,
  finalize,
  findDrafted,
  INVOICE_KEY,
  linesWorthSending,
  pay,
  readInvoice,
  readLines,
} from "./invoice-steps.ts";
import { readMeterTotals, windowTotals, type MeterTotal } from "./meter-totals.ts";
import { draftByLines } from "./stripe-invoices-collector.ts";
import type { StripeClient } from "./stripe-client.ts";
import { collecting } from "./stripe-failure.ts";

const BOOK_KEY = "cellplane_book";
const PAGE = 100;
const DAY_MS = 86_400_000;
/** Stripe takes events of the last 35 days; a day is left for what takes long. */
const OLDEST_EVENT_MS = 34 * DAY_MS;

export function createStripeMetersCollector(stripe: StripeClient, clock: Clock): Collector {
  return {
    name: "stripe-meters",
    rounding: "meter",
    spendsGrants: true,
    prepare: (customer) => collecting(() => ensureSubscription(stripe, customer)),
    draft: (toCollect) => collecting(() => draft(stripe, clock, toCollect)),
    find: (stripeCustomerId, invoiceId) =>
      collecting(async () => (await findDrafted(stripe, stripeCustomerId, invoiceId))?.id),
    finalize: (id) => collecting(() => finalize(stripe, id)),
    pay: (id) => collecting(() => pay(stripe, id)),
    read: (id) => collecting(() => readInvoice(stripe, id)),
    readLines: (id) => collecting(() => readLines(stripe, id)),
    discard: (id) => collecting(() => discardOwnLines(stripe, id)),
    meterDifferences: (toCollect) => collecting(() => meterDifferences(stripe, toCollect)),
    creditedCents: (id) => collecting(() => creditedCents(stripe, id)),
    credit: (id, note) => collecting(() => creditInvoice(stripe, id, note)),
  };
}

async function ensureSubscription(
  stripe: StripeClient,
  customer: { stripeCustomerId: string; accountId: string; priceBook: string },
): Promise<void> {
  const { stripeCustomerId, accountId, priceBook } = customer;
  if ((await findSubscription(stripe, stripeCustomerId)) !== undefined) return;
  const prices = await ensureMeteredPrices(stripe, priceBook);
  await stripe.subscriptions.create(
    {
      customer: stripeCustomerId,
      items: prices.map((price) => ({ price })),
      billing_mode: { type: "flexible" },
      billing_cycle_anchor_config: { day_of_month: 1, hour: 0, minute: 0, second: 0 },
      proration_behavior: "none",
      metadata: { [BOOK_KEY]: priceBook, cellplane_usage_of: accountId },
    },
    { idempotencyKey: `metered-${accountId}-${stripeCustomerId}-${priceBook}` },
  );
}

async function findSubscription(
  stripe: StripeClient,
  customer: string,
): Promise<Stripe.Subscription | undefined> {
  for await (const subscription of stripe.subscriptions.list({ customer, limit: PAGE })) {
    if (subscription.metadata[BOOK_KEY] !== undefined) return subscription;
  }
  return undefined;
}

async function draft(stripe: StripeClient, clock: Clock, toCollect: InvoiceToCollect) {
  const { stripeCustomerId, invoice } = toCollect;
  const subscription = await findSubscription(stripe, stripeCustomerId);
  if (subscription === undefined || !saysTheSame(subscription, invoice)) {
    if (subscription !== undefined)
      await sendTotals(stripe, { ...toCollect, days: [] }, sendingAt(clock, subscription));
    return draftByLines(stripe, toCollect);
  }
  const known = await findDrafted(stripe, stripeCustomerId, invoice.invoiceId);
  const drafted = known ?? (await claimInvoice(stripe, subscription, invoice));
  if (drafted.status === "draft") {
    await sendTotals(stripe, toCollect, sendingAt(clock, subscription));
    const others = linesWorthSending(toCollect.lines).filter(
      ({ line }) => !METERS.some((meter) => meter === line.meter),
    );
    await addLines(stripe, drafted.id, toCollect, others);
  }
  return toCollected(await stripe.invoices.retrieve(drafted.id));
}

function sendingAt(clock: Clock, subscription: Stripe.Subscription): { nowMs: number; startMs: number } {
  return { nowMs: clock.now(), startMs: subscription.start_date * 1000 };
}

/**
 * Whether Stripe's metered prices make the same of the usage as ours: they are those of the book that the account began
 * with, for whole months. Another book, or a part of what a plan includes, is billed by our lines, and no meter is told.
 */
function saysTheSame(subscription: Stripe.Subscription, invoice: Invoice): boolean {
  return subscription.metadata[BOOK_KEY] === invoice.priceBook && !invoice.isAllowancePartial;
}

/** The subscription's invoice of the period, held back from becoming final by itself, and marked as ours. */
async function claimInvoice(stripe: StripeClient, subscription: Stripe.Subscription, invoice: Invoice) {
  const listed = stripe.invoices.list({ subscription: subscription.id, status: "draft", limit: PAGE });
  for await (const candidate of listed) {
    if (
      candidate.period_end * 1000 !== invoice.periodEndMs ||
      candidate.metadata?.[INVOICE_KEY] !== undefined
    ) {
      continue;
    }
    return stripe.invoices.update(candidate.id, {
      auto_advance: false,
      metadata: { [INVOICE_KEY]: invoice.invoiceId, cellplane_account: invoice.accountId },
    });
  }
  throw new CloudError(
    "UNAVAILABLE",
    "The payment provider has not ended the period yet. It is tried again.",
  );
}

/**
 * Sends each day's absolute total that Stripe does not have yet. A day that is too old to be sent, or from before the
 * subscription, keeps what Stripe has of it; what it lacks goes onto the first day that is taken.
 */
async function sendTotals(
  stripe: StripeClient,
  toCollect: InvoiceToCollect,
  { nowMs, startMs }: { nowMs: number; startMs: number },
): Promise<void> {
  const { stripeCustomerId, invoice, days } = toCollect;
  const meters = await ensureMeters(stripe);
  const period = { fromMs: invoice.periodStartMs, toMs: invoice.periodEndMs };
  const present = await readMeterTotals(stripe, meters, { stripeCustomerId, ...period });
  const oldestMs = Math.max(
    Math.ceil((nowMs - OLDEST_EVENT_MS) / DAY_MS) * DAY_MS,
    Math.floor(startMs / DAY_MS) * DAY_MS,
  );
  const fromMs = Math.max(period.fromMs, Math.min(oldestMs, period.toMs - DAY_MS));
  const totals = windowTotals(findPriceBook(invoice.priceBook).prices, days, { ...period, fromMs });
  for (const total of [...totals, ...surplusOf(present, totals, fromMs)]) {
    const ofMeter = present.filter(({ meter }) => meter === total.meter);
    const settled = ofMeter.filter(({ windowMs }) => windowMs < fromMs);
    const value =
      total.windowMs === fromMs
        ? total.value - settled.reduce((sum, each) => sum + each.value, 0n)
        : total.value;
    if (ofMeter.find(({ windowMs }) => windowMs === total.windowMs)?.value === value) continue;
    await stripe.billing.meterEvents
      .create({
        event_name: meterEventName(total.meter),
        identifier: `${invoice.invoiceId}-${total.meter}-${total.windowMs}-${value}`.slice(0, 100),
        // Within the window, and not before the subscription: what is earlier is not its usage.
        timestamp: Math.max(total.windowMs, startMs) / 1000,
        payload: { stripe_customer_id: stripeCustomerId, value: String(value) },
      })
      .catch((error: unknown) => {
        // The same total of the same window within a day: Stripe has it.
        if (!isKnownEvent(error)) throw error;
      });
  }
}

/** Windows of which Stripe has something and we have nothing: told to be empty. */
function surplusOf(
  present: readonly MeterTotal[],
  totals: readonly MeterTotal[],
  fromMs: number,
): MeterTotal[] {
  const isWanted = ({ meter, windowMs }: MeterTotal): boolean =>
    totals.some((total) => total.meter === meter && total.windowMs === windowMs);
  return present
    .filter((each) => each.value !== 0n && each.windowMs >= fromMs && !isWanted(each))
    .map((each) => ({ ...each, value: 0n }));
}

function isKnownEvent(error: unknown): boolean {
  return error instanceof Error && /already exists with identifier/.test(error.message);
}

/** The period's totals of each meter, side by side where they are not the same. */
async function meterDifferences(
  stripe: StripeClient,
  toCollect: InvoiceToCollect,
): Promise<MeterDifference[]> {
  const { stripeCustomerId, invoice, days } = toCollect;
  const subscription = await findSubscription(stripe, stripeCustomerId);
  const isMetered = subscription !== undefined && saysTheSame(subscription, invoice);
  const period = { fromMs: invoice.periodStartMs, toMs: invoice.periodEndMs };
  const meters = await ensureMeters(stripe);
  const theirs = await readMeterTotals(stripe, meters, { stripeCustomerId, ...period });
  // What our lines bill, no meter may bill again.
  const ours = isMetered ? windowTotals(findPriceBook(invoice.priceBook).prices, days, period) : [];
  const sumOf = (totals: readonly MeterTotal[], meter: Meter): bigint =>
    totals.filter((each) => each.meter === meter).reduce((sum, { value }) => sum + value, 0n);
  return METERS.map((meter) => ({ meter, ours: sumOf(ours, meter), stripes: sumOf(theirs, meter) }))
    .filter((sums) => sums.ours !== sums.stripes)
    .map(({ meter, ...sums }) => ({ meter, ours: String(sums.ours), stripes: String(sums.stripes) }));
}

/** A subscription's draft cannot be deleted: our lines and our mark are taken off it. */
async function discardOwnLines(stripe: StripeClient, id: string) {
  const current = await stripe.invoices.retrieve(id);
  if (current.status !== "draft" || current.billing_reason === "manual") return discard(stripe, id);
  for await (const item of stripe.invoiceItems.list({ invoice: id, limit: PAGE })) {
    if (item.metadata?.["cellplane_line"] !== undefined) await stripe.invoiceItems.del(item.id);
  }
  await stripe.invoices.update(id, { metadata: { [INVOICE_KEY]: "" } });
  return undefined;
}
