// The port to whoever collects the money: an invoice of ours goes in, what became of it comes out. Every call can be
// repeated with the same effect.
import type { CollectedInvoice, Invoice, InvoiceLine } from "#billing/invoices";

export interface InvoiceToCollect {
  stripeCustomerId: string;
  invoice: Invoice;
  lines: readonly InvoiceLine[];
}

export interface Collector {
  readonly name: string;
  /** Makes the invoice with all its lines, not yet final. */
  draft(toCollect: InvoiceToCollect): Promise<CollectedInvoice>;
  /** The invoice that was made for ours, when there is one that is not void. */
  find(stripeCustomerId: string, invoiceId: string): Promise<string | undefined>;
  /** Makes it final: from here on it can be paid or voided, not changed. */
  finalize(stripeInvoiceId: string): Promise<CollectedInvoice>;
  /** Charges the customer's default payment method. Errors: FAILED_PRECONDITION when the charge is declined. */
  pay(stripeInvoiceId: string): Promise<CollectedInvoice>;
  read(stripeInvoiceId: string): Promise<CollectedInvoice>;
  /** Deletes a draft, voids what is final; a paid invoice stays. Answers what is left. */
  discard(stripeInvoiceId: string): Promise<CollectedInvoice | undefined>;
}
