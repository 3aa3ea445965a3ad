// Finds an object by id or answers as Stripe does when there is none.
import type { Emulator } from "../emulator.ts";
import type { CollectionName, Collections } from "../state/objects.ts";
import { noSuch } from "../stripe-error.ts";

const NOUNS: Record<CollectionName, string> = {
  customers: "customer",
  payment_methods: "PaymentMethod",
  setup_intents: "setupintent",
  products: "product",
  prices: "price",
  subscriptions: "subscription",
  invoiceitems: "invoiceitem",
  invoices: "invoice",
  test_clocks: "test clock",
  meters: "billing meter",
  meter_readings: "meter event",
  meter_identifiers: "meter event",
  credit_grants: "credit grant",
  payment_intents: "payment_intent",
  refunds: "refund",
  credit_notes: "credit note",
  checkout_sessions: "checkout.session",
  portal_sessions: "billing_portal.session",
  portal_configurations: "billing_portal.configuration",
  thin_events: "event",
  events: "event",
  webhook_endpoints: "webhook endpoint",
  deliveries: "delivery",
  idempotency: "key",
};

/** Errors: resource_missing. */
export function findObject<Name extends CollectionName>(
  emulator: Emulator,
  collection: Name,
  id: string,
): Collections[Name] {
  const found = emulator.store.find(collection, id);
  if (found === undefined) throw noSuch(NOUNS[collection], id);
  return found;
}
