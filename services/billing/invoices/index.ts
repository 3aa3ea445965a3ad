// The door of invoices.
export { closePeriodWithInvoice, discardInvoice, LATE_USAGE_MS, type PeriodClosing } from "./close-period.ts";
export {
  allowanceOf,
  drawUpInvoice,
  type BillableUsage,
  type BillingTerms,
  type DrawnInvoice,
  type InvoiceLine,
  type LineKind,
  type Rounding,
} from "./draw-up-invoice.ts";
export {
  findInvoice,
  findInvoiceOfPeriod,
  listInvoices,
  listLines,
  listRecentInvoices,
  type Invoice,
  type InvoiceState,
} from "./invoices-store.ts";
export {
  applyCollected,
  hasUnpaidInvoice,
  linkStripeInvoice,
  recordReconciliation,
  settleEmptyInvoice,
  type CollectedInvoice,
} from "./collection-store.ts";
export { getInvoice, getInvoices, type InvoiceReader } from "./get-invoices.ts";
export { readBilledDays, readBilledUsage, type BilledDay } from "./billed-usage-store.ts";
export { readAdjustments } from "./adjustments-store.ts";
export { unbilledUsage } from "./unbilled-usage.ts";
export { meterOf } from "./group-usage.ts";
export { getInvoiceDocument } from "./get-invoice-document.ts";
export { getInvoiceLineUsage } from "./get-invoice-usage.ts";
export { adjustInvoice, type AdjustmentToMake } from "./adjust-invoice.ts";
export { chargedCents, type Balance } from "./adjustment-balance.ts";
export { creditInvoice } from "./credit-invoice.ts";
