// The door of what proves bills.
export { proveBilling, type BillingProof, type PeriodProof } from "./prove-billing.ts";
export { adjustUsage, type UsageAdjustment } from "./adjust-usage.ts";
export { clearUsage, type Clearing } from "./clear-usage.ts";
