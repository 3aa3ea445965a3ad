// The collector that turns our rated lines into items of a Stripe invoice. Idempotency keys come from our invoice's id;
// because Stripe forgets keys after a day, what exists is also found again by the id in its metadata.
import type Stripe from "stripe";
import { toCollected } from "./collected-invoice.ts";
import type { Collector, InvoiceToCollect } from "./collector.ts";
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
import type { StripeClient } from "./stripe-client.ts";
import { collecting } from "./stripe-failure.ts";

export interface CollectorOptions {
  /** Has Stripe compute taxes: on top of our total, which stays what it is without them. */
  automaticTax?: boolean;
}

export function createStripeInvoicesCollector(
  stripe: StripeClient,
  options: CollectorOptions = {},
): Collector {
  return {
    name: "stripe-invoices",
    rounding: "invoice",
    spendsGrants: false,
    // Items need nothing of their own.
    prepare: () => Promise.resolve(),
    draft: (toCollect) => collecting(() => draftByLines(stripe, toCollect, options)),
    find: (stripeCustomerId, invoiceId) =>
      collecting(async () => (await findDrafted(stripe, stripeCustomerId, invoiceId))?.id),
    finalize: (id) => collecting(() => finalize(stripe, id)),
    pay: (id) => collecting(() => pay(stripe, id)),
    read: (id) => collecting(() => readInvoice(stripe, id)),
    readLines: (id) => collecting(() => readLines(stripe, id)),
    discard: (id) => collecting(() => discard(stripe, id)),
    creditedCents: (id) => collecting(() => creditedCents(stripe, id)),
    credit: (id, note) => collecting(() => creditInvoice(stripe, id, note)),
  };
}

export async function draftByLines(
  stripe: StripeClient,
  toCollect: InvoiceToCollect,
  options: CollectorOptions = {},
) {
  const { stripeCustomerId, invoice } = toCollect;
  const drafted =
    (await findDrafted(stripe, stripeCustomerId, invoice.invoiceId)) ??
    (await createInvoice(stripe, toCollect, options));
  if (drafted.status === "draft")
    await addLines(stripe, drafted.id, toCollect, linesWorthSending(toCollect.lines));
  return toCollected(await stripe.invoices.retrieve(drafted.id));
}

function createInvoice(
  stripe: StripeClient,
  { stripeCustomerId, invoice }: InvoiceToCollect,
  options: CollectorOptions,
): Promise<Stripe.Invoice> {
  return stripe.invoices.create(
    {
      customer: stripeCustomerId,
      currency: invoice.currency,
      // We make it final ourselves, after the totals were compared.
      auto_advance: false,
      collection_method: "charge_automatically",
      ...(options.automaticTax === true ? { automatic_tax: { enabled: true } } : {}),
      pending_invoice_items_behavior: "exclude",
      metadata: { [INVOICE_KEY]: invoice.invoiceId, cellplane_account: invoice.accountId },
    },
    { idempotencyKey: `${invoice.invoiceId}-create` },
  );
}
