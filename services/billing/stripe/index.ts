// The door of Stripe: the only folder that knows its SDK.
export {
  createStripeClient,
  STRIPE_API_VERSION,
  type StripeClient,
  type StripeSettings,
} from "./stripe-client.ts";
export { ensureCustomer, type CustomerPorts, type NewCustomer } from "./ensure-customer.ts";
export type { Collector, InvoiceToCollect } from "./collector.ts";
export { createStripeInvoicesCollector } from "./stripe-invoices-collector.ts";
export { advanceTestClock } from "./test-clock.ts";
export {
  receiveWebhook,
  WEBHOOK_BODY_BYTES_MAX,
  type WebhookOutcome,
  type WebhookPorts,
} from "./receive-webhook.ts";
