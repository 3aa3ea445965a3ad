// The collector that turns our rated lines into items of a Stripe invoice. Idempotency keys come from our invoice's id;
// because Stripe forgets keys after a day, what exists is also found again by the id in its metadata.
import type Stripe from "stripe";
import type { CollectedInvoice, InvoiceLine } from "#billing/invoices";
import { toCollected } from "./collected-invoice.ts";
import type { Collector, InvoiceToCollect } from "./collector.ts";
import type { StripeClient } from "./stripe-client.ts";
import { collecting, isNoSuchObject } from "./stripe-failure.ts";

const INVOICE_KEY = "cellplane_invoice";
const LINE_KEY = "cellplane_line";
const PAGE = 100;
const DESCRIPTION_LENGTH_MAX = 500;

export function createStripeInvoicesCollector(stripe: StripeClient): Collector {
  return {
    name: "stripe-invoices",
    draft: (toCollect) => collecting(() => draft(stripe, toCollect)),
    find: (stripeCustomerId, invoiceId) =>
      collecting(async () => (await findDrafted(stripe, stripeCustomerId, invoiceId))?.id),
    finalize: (id) => collecting(() => finalize(stripe, id)),
    pay: (id) => collecting(() => pay(stripe, id)),
    read: (id) => collecting(async () => toCollected(await stripe.invoices.retrieve(id))),
    discard: (id) => collecting(() => discard(stripe, id)),
  };
}

async function draft(stripe: StripeClient, toCollect: InvoiceToCollect) {
  const { stripeCustomerId, invoice } = toCollect;
  const drafted =
    (await findDrafted(stripe, stripeCustomerId, invoice.invoiceId)) ??
    (await createInvoice(stripe, toCollect));
  if (drafted.status === "draft") await addLines(stripe, drafted.id, toCollect);
  return toCollected(await stripe.invoices.retrieve(drafted.id));
}

async function findDrafted(
  stripe: StripeClient,
  stripeCustomerId: string,
  invoiceId: string,
): Promise<Stripe.Invoice | undefined> {
  for await (const candidate of stripe.invoices.list({ customer: stripeCustomerId, limit: PAGE })) {
    if (candidate.metadata?.[INVOICE_KEY] === invoiceId && candidate.status !== "void") return candidate;
  }
  return undefined;
}

function createInvoice(
  stripe: StripeClient,
  { stripeCustomerId, invoice }: InvoiceToCollect,
): Promise<Stripe.Invoice> {
  return stripe.invoices.create(
    {
      customer: stripeCustomerId,
      currency: invoice.currency,
      // We make it final ourselves, after the totals were compared.
      auto_advance: false,
      collection_method: "charge_automatically",
      pending_invoice_items_behavior: "exclude",
      metadata: { [INVOICE_KEY]: invoice.invoiceId, cellplane_account: invoice.accountId },
    },
    { idempotencyKey: `${invoice.invoiceId}-create` },
  );
}

async function addLines(
  stripe: StripeClient,
  stripeInvoiceId: string,
  { stripeCustomerId, invoice, lines }: InvoiceToCollect,
): Promise<void> {
  const present = new Set<string>();
  for await (const item of stripe.invoiceItems.list({ invoice: stripeInvoiceId, limit: PAGE })) {
    const line = item.metadata?.[LINE_KEY];
    if (line !== undefined) present.add(line);
  }
  const wanted = linesWorthSending(lines).filter(({ index }) => !present.has(String(index)));
  for (const { line, index } of wanted) {
    await stripe.invoiceItems.create(
      {
        customer: stripeCustomerId,
        invoice: stripeInvoiceId,
        currency: invoice.currency,
        amount: Number(line.amountCents),
        description: line.description.slice(0, DESCRIPTION_LENGTH_MAX),
        period: { start: secondsOf(invoice.periodStartMs), end: secondsOf(invoice.periodEndMs) },
        metadata: {
          [LINE_KEY]: String(index),
          namespace: line.namespace,
          meter: line.meter,
          quantity: String(line.quantity),
          amount_micros: String(line.amountMicros),
        },
      },
      { idempotencyKey: `${invoice.invoiceId}-line-${index}` },
    );
  }
}

/** Lines that round to nothing are left out, unless that would leave none. */
function linesWorthSending(lines: readonly InvoiceLine[]): { line: InvoiceLine; index: number }[] {
  const indexed = lines.map((line, index) => ({ line, index }));
  const charged = indexed.filter(({ line }) => line.amountCents !== 0n);
  return charged.length > 0 ? charged : indexed;
}

async function finalize(stripe: StripeClient, id: string) {
  const current = await stripe.invoices.retrieve(id);
  if (current.status !== "draft") return toCollected(current);
  return toCollected(
    await stripe.invoices.finalizeInvoice(id, { auto_advance: false }, { idempotencyKey: `${id}-finalize` }),
  );
}

async function pay(stripe: StripeClient, id: string) {
  const current = await stripe.invoices.retrieve(id);
  // Stripe itself settles an invoice over nothing, or below its smallest charge, when it becomes final.
  if (current.status !== "open") return toCollected(current);
  return toCollected(await stripe.invoices.pay(id, {}, { idempotencyKey: `${id}-pay` }));
}

async function discard(stripe: StripeClient, id: string): Promise<CollectedInvoice | undefined> {
  try {
    const current = await stripe.invoices.retrieve(id);
    if (current.status === "open" || current.status === "uncollectible") {
      return toCollected(await stripe.invoices.voidInvoice(id));
    }
    if (current.status !== "draft") return toCollected(current);
    await stripe.invoices.del(id);
  } catch (error) {
    // A draft that is gone was discarded by an earlier attempt.
    if (!isNoSuchObject(error)) throw error;
  }
  return undefined;
}

function secondsOf(ms: number): number {
  return Math.floor(ms / 1000);
}
