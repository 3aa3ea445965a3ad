// The door of the daily comparison with Stripe.
export { reconcileInvoices, type Reconciled, type ReconciliationPorts } from "./reconcile-invoices.ts";
