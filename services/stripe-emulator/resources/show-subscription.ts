// A subscription as Stripe shows it.
import type { Emulator } from "../emulator.ts";
import type { Subscription } from "../state/objects.ts";
import { findObject } from "./find.ts";
import { showPrice } from "./prices.ts";

export function showSubscription(emulator: Emulator, subscription: Subscription): unknown {
  const { items, ...stored } = subscription;
  const [first] = items;
  return {
    ...stored,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null },
    billing_schedules: [],
    billing_mode: { type: "flexible", flexible: { proration_discounts: "included" } },
    cancel_at: null,
    cancel_at_period_end: false,
    canceled_at: stored["canceled_at"] ?? null,
    collection_method: "charge_automatically",
    currency: first === undefined ? "usd" : findObject(emulator, "prices", first.price).currency,
    default_payment_method: null,
    discounts: [],
    invoice_settings: { account_tax_ids: null, issuer: { type: "self" } },
    items: {
      object: "list",
      data: items.map((item) => ({
        ...item,
        discounts: [],
        subscription: subscription.id,
        price: showPrice(findObject(emulator, "prices", item.price)),
      })),
      has_more: false,
      total_count: items.length,
      url: `/v1/subscription_items?subscription=${subscription.id}`,
    },
    livemode: false,
    schedule: null,
    trial_end: null,
    trial_start: null,
  };
}
