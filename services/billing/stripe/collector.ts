// The port to whoever collects the money: an invoice of ours goes in, what became of it comes out. Every call can be
// repeated with the same effect.
import type { BilledDay, CollectedInvoice, Invoice, InvoiceLine, Rounding } from "#billing/invoices";

export interface InvoiceToCollect {
  stripeCustomerId: string;
  invoice: Invoice;
  lines: readonly InvoiceLine[];
  /** The usage that the lines bill, by day and meter. */
  days: readonly BilledDay[];
}

export interface Collector {
  readonly name: "stripe-invoices" | "stripe-meters";
  readonly rounding: Rounding;
  /** Whether Stripe pays with credit grants of its own what this bills; ours are lines of the invoice. */
  readonly spendsGrants: boolean;
  /** Makes ready what must be there before usage is billed. */
  prepare(customer: { stripeCustomerId: string; accountId: string; priceBook: string }): Promise<void>;
  /** Makes the invoice with all its lines, not yet final. */
  draft(toCollect: InvoiceToCollect): Promise<CollectedInvoice>;
  /** The invoice that was made for ours, when there is one that is not void. */
  find(stripeCustomerId: string, invoiceId: string): Promise<string | undefined>;
  /** Makes it final: from here on it can be paid or voided, not changed. */
  finalize(stripeInvoiceId: string): Promise<CollectedInvoice>;
  /** Charges the customer's default payment method. Errors: FAILED_PRECONDITION when the charge is declined. */
  pay(stripeInvoiceId: string): Promise<CollectedInvoice>;
  /** Errors: NOT_FOUND when Stripe has no such invoice. */
  read(stripeInvoiceId: string): Promise<CollectedInvoice>;
  /** Deletes a draft, voids what is final; a paid invoice stays. Answers what is left. */
  discard(stripeInvoiceId: string): Promise<CollectedInvoice | undefined>;
  /** What stands on it there, in order. */
  readLines(stripeInvoiceId: string): Promise<{ description: string; cents: bigint }[]>;
  /** Where Stripe's meters say something else than the invoice's usage; only of a collector that uses them. */
  meterDifferences?(toCollect: InvoiceToCollect): Promise<MeterDifference[]>;
  /** Lowers a final invoice by a credit note: what is due while it is open, by a refund once it is paid. */
  credit(stripeInvoiceId: string, note: CreditNote): Promise<void>;
  /** By how much credit notes lowered it there, whoever made them. */
  creditedCents(stripeInvoiceId: string): Promise<bigint>;
}

export interface MeterDifference {
  meter: string;
  /** In what is sent to meters: millionths of what a price is for. */
  ours: string;
  stripes: string;
}

export interface CreditNote {
  /** Repeating it with the same id is giving it once. */
  noteId: string;
  cents: bigint;
  reason: string;
}
