// The door of invoices.
export { closePeriodWithInvoice, discardInvoice, type PeriodClosing } from "./close-period.ts";
export {
  drawUpInvoice,
  type BillableUsage,
  type BillingTerms,
  type DrawnInvoice,
  type InvoiceLine,
  type LineKind,
} from "./draw-up-invoice.ts";
export {
  findInvoice,
  findInvoiceOfPeriod,
  listInvoices,
  listLines,
  type Invoice,
  type InvoiceState,
} from "./invoices-store.ts";
export {
  applyCollected,
  linkStripeInvoice,
  recordReconciliation,
  settleEmptyInvoice,
  type CollectedInvoice,
} from "./collection-store.ts";
export { getInvoice, getInvoices, type InvoiceReader } from "./get-invoices.ts";
