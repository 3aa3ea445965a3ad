// A Stripe invoice as the state and the total that we keep.
import type Stripe from "stripe";
import type { CollectedInvoice, InvoiceState } from "#billing/invoices";

const STATES: Readonly<Record<string, InvoiceState>> = {
  draft: "DRAFT",
  open: "OPEN",
  paid: "PAID",
  void: "VOID",
  uncollectible: "UNCOLLECTIBLE",
};

export function toCollected(invoice: Stripe.Invoice): CollectedInvoice {
  const state = STATES[invoice.status ?? ""];
  if (state === undefined)
    throw new Error(`Stripe names an unknown invoice status: ${String(invoice.status)}`);
  const paidAt = invoice.status_transitions.paid_at;
  return {
    stripeInvoiceId: invoice.id,
    state,
    // Taxes come on top of what we rate: Stripe computes them, and our total is compared without them.
    totalCents: BigInt(invoice.total_excluding_tax ?? invoice.total),
    paidAtMs: paidAt == null ? undefined : paidAt * 1000,
  };
}
