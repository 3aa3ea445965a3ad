// The door of what customers read of their billing.
export { getBilling } from "./get-billing.ts";
export { getBillingAlerts } from "./get-billing-alerts.ts";
export { getCredits } from "./get-credits.ts";
export { estimatePlanChange } from "./estimate-plan-change.ts";
export { getPriceBooks } from "./get-price-books.ts";
export { getBillingProof } from "./get-billing-proof.ts";
export { estimate, simulate } from "./simulate.ts";
export type { BillingReader } from "./reader.ts";
export { getInvoiceAdjustments } from "./get-invoice-adjustments.ts";
