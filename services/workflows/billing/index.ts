// The door of billing for the workflows process.
export { openBilling, type OpenBilling } from "./open-billing.ts";
export { billingActivities, type BillingActivities, type BillingPorts } from "./billing.activities.ts";
