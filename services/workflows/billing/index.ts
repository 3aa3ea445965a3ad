// The door of the billing activities for the worker.
export { billingActivities, type BillingActivities, type BillingPorts } from "./billing.activities.ts";
