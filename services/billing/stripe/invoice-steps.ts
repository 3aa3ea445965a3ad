// The steps that every collector takes with an invoice at Stripe. Each looks first at what is there, because Stripe forgets
// idempotency keys after a day.
import type Stripe from "stripe";
import type { CollectedInvoice, InvoiceLine } from "#billing/invoices";
import { toCollected } from "./collected-invoice.ts";
import type { CreditNote, InvoiceToCollect } from "./collector.ts";
import type { StripeClient } from "./stripe-client.ts";
import { CloudError } from "#shared/errors";
import { isNoSuchObject } from "./stripe-failure.ts";

export const INVOICE_KEY = "cellplane_invoice";
const LINE_KEY = "cellplane_line";
const NOTE_KEY = "cellplane_note";
const PAGE = 100;
const DESCRIPTION_LENGTH_MAX = 500;

export async function findDrafted(
  stripe: StripeClient,
  stripeCustomerId: string,
  invoiceId: string,
): Promise<Stripe.Invoice | undefined> {
  for await (const candidate of stripe.invoices.list({ customer: stripeCustomerId, limit: PAGE })) {
    if (candidate.metadata?.[INVOICE_KEY] === invoiceId && candidate.status !== "void") return candidate;
  }
  return undefined;
}

/** Adds what is not there yet of `lines`. */
export async function addLines(
  stripe: StripeClient,
  stripeInvoiceId: string,
  { stripeCustomerId, invoice }: InvoiceToCollect,
  lines: readonly { line: InvoiceLine; index: number }[],
): Promise<void> {
  const present = new Set<string>();
  for await (const item of stripe.invoiceItems.list({ invoice: stripeInvoiceId, limit: PAGE })) {
    const line = item.metadata?.[LINE_KEY];
    if (line !== undefined) present.add(line);
  }
  const wanted = lines.filter(({ index }) => !present.has(String(index)));
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
export function linesWorthSending(lines: readonly InvoiceLine[]): { line: InvoiceLine; index: number }[] {
  const indexed = lines.map((line, index) => ({ line, index }));
  const charged = indexed.filter(({ line }) => line.amountCents !== 0n);
  return charged.length > 0 ? charged : indexed;
}

export async function finalize(stripe: StripeClient, id: string) {
  const current = await stripe.invoices.retrieve(id);
  if (current.status !== "draft") return toCollected(current);
  return toCollected(
    await stripe.invoices.finalizeInvoice(id, { auto_advance: false }, { idempotencyKey: `${id}-finalize` }),
  );
}

export async function pay(stripe: StripeClient, id: string) {
  const current = await stripe.invoices.retrieve(id);
  // Stripe itself settles an invoice over nothing, or below its smallest charge, when it becomes final.
  if (current.status !== "open") return toCollected(current);
  // Stripe answers a repeated key as it did first, also with the decline: each attempt has a key of its own.
  const idempotencyKey = `${id}-pay-${current.attempt_count}`;
  try {
    return toCollected(await stripe.invoices.pay(id, {}, { idempotencyKey }));
  } catch (error) {
    // The invoice is there: what is missing is something to charge.
    if (!isNoSuchObject(error)) throw error;
    throw new CloudError(
      "FAILED_PRECONDITION",
      "There is no payment method to charge. Add one and pay the invoice.",
      { cause: error },
    );
  }
}

export async function discard(stripe: StripeClient, id: string): Promise<CollectedInvoice | undefined> {
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

export async function creditInvoice(stripe: StripeClient, id: string, note: CreditNote): Promise<void> {
  for await (const known of stripe.creditNotes.list({ invoice: id, limit: PAGE })) {
    if (known.metadata?.[NOTE_KEY] === note.noteId) return;
  }
  const { status } = await stripe.invoices.retrieve(id);
  const amount = Number(note.cents);
  await stripe.creditNotes.create(
    {
      invoice: id,
      amount,
      ...(status === "paid" ? { refund_amount: amount } : {}),
      memo: note.reason.slice(0, DESCRIPTION_LENGTH_MAX),
      metadata: { [NOTE_KEY]: note.noteId },
    },
    { idempotencyKey: `note-${note.noteId}` },
  );
}

export async function creditedCents(stripe: StripeClient, id: string): Promise<bigint> {
  let cents = 0n;
  for await (const note of stripe.creditNotes.list({ invoice: id, limit: PAGE })) {
    if (note.status !== "void") cents += BigInt(note.amount);
  }
  return cents;
}

/** Errors: NOT_FOUND when Stripe has no such invoice. */
export async function readInvoice(stripe: StripeClient, id: string): Promise<CollectedInvoice> {
  try {
    return toCollected(await stripe.invoices.retrieve(id));
  } catch (error) {
    if (!isNoSuchObject(error)) throw error;
    throw new CloudError("NOT_FOUND", "The payment provider has no such invoice.", { cause: error });
  }
}

export async function readLines(
  stripe: StripeClient,
  id: string,
): Promise<{ description: string; cents: bigint }[]> {
  const lines: { description: string; cents: bigint }[] = [];
  for await (const line of stripe.invoices.listLineItems(id, { limit: PAGE })) {
    lines.push({ description: line.description ?? "", cents: BigInt(line.amount) });
  }
  return lines;
}
