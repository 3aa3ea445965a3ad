// The door of Stripe: the only folder that knows its SDK.
export {
  createStripeClient,
  STRIPE_API_VERSION,
  type StripeClient,
  type StripeSettings,
} from "./stripe-client.ts";
export { ensureCustomer, type CustomerPorts, type NewCustomer } from "./ensure-customer.ts";
export type { Collector, CreditNote, InvoiceToCollect, MeterDifference } from "./collector.ts";
export { collectorSettings, createCollector } from "./create-collector.ts";
export { createStripeInvoicesCollector, type CollectorOptions } from "./stripe-invoices-collector.ts";
export { createStripeMetersCollector } from "./stripe-meters-collector.ts";
export { ensureMeters, meterEventName } from "./ensure-meters.ts";
export { readMeterTotals, windowTotals, type MeterTotal } from "./meter-totals.ts";
export { advanceTestClock } from "./test-clock.ts";
export {
  receiveWebhook,
  WEBHOOK_BODY_BYTES_MAX,
  type WebhookOutcome,
  type WebhookPorts,
} from "./receive-webhook.ts";
export { catchUpEvents, EVENTS_KEPT_MS } from "./catch-up-events.ts";
export type { EventPorts } from "./apply-event.ts";
export {
  openPortal,
  startCardSetup,
  startCheckout,
  type CardSetup,
  type SetupPorts,
} from "./payment-setup.ts";
export { applyCardEvent, useSavedCard } from "./saved-cards.ts";
export { listPaymentMethods, removeMethod, setDefaultMethod, type PaymentMethod } from "./payment-methods.ts";
export { mirrorCredit } from "./mirror-credits.ts";
export { mirrorCredits, type MirrorPorts } from "./mirror-all-credits.ts";
