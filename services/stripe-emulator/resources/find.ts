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
