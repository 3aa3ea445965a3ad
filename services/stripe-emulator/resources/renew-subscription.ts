// What the passing of time does to subscriptions: a new period and its invoice, one after another.
import type { Emulator } from "../emulator.ts";
import type { Subscription } from "../state/objects.ts";
import { periodAfter } from "./billing-period.ts";
import { findObject } from "./find.ts";
import { addInvoice, finalizeInvoice } from "./invoice-life.ts";
import { readMeters } from "./read-meters.ts";
import { showInvoice } from "./show-invoice.ts";
import { showSubscription } from "./show-subscription.ts";

const RENEWALS_MAX = 400;

/** Renews until the period holds `now`. */
export function renewSubscription(emulator: Emulator, given: Subscription, now: number): void {
  let subscription = given;
  for (let renewals = 0; renewals < RENEWALS_MAX; renewals += 1) {
    const [item] = subscription.items;
    const at = item?.current_period_end;
    if (at === undefined || at > now) return;
    const items = subscription.items.map((each) => ({
      ...each,
      current_period_start: at,
      current_period_end: periodAfter(findObject(emulator, "prices", each.price), at),
    }));
    subscription = { ...subscription, items };
    emulator.store.put("subscriptions", subscription);
    emulator.emit("customer.subscription.updated", showSubscription(emulator, subscription));
    subscription = addSubscriptionInvoice(emulator, subscription, {
      reason: "subscription_cycle",
      at,
      isCharged: true,
      isRenewal: true,
      endedFrom: item?.current_period_start ?? at,
    });
  }
}

/** The invoice of a subscription's period. Over nothing it is final and paid at once; else a draft that advances. */
export function addSubscriptionInvoice(
  emulator: Emulator,
  subscription: Subscription,
  options: { reason: string; at: number; isCharged: boolean; isRenewal?: boolean; endedFrom?: number },
): Subscription {
  const customer = findObject(emulator, "customers", subscription.customer);
  const [first] = subscription.items;
  const currency = first === undefined ? "usd" : findObject(emulator, "prices", first.price).currency;
  const invoice = addInvoice(emulator, {
    customer,
    currency,
    autoAdvance: true,
    billingReason: options.reason,
    created: options.at,
    metadata: {},
    subscription: subscription.id,
    period: { start: first?.current_period_start ?? options.at, end: options.at },
  });
  let isCharged = false;
  for (const item of subscription.items) {
    const price = findObject(emulator, "prices", item.price);
    const meter = price.recurring?.meter ?? null;
    // A metered item is billed for the period that ended; the first invoice has none.
    if (meter !== null && options.isRenewal !== true) continue;
    const amount = options.isCharged && meter === null ? (price.unit_amount ?? 0) * item.quantity : 0;
    isCharged ||= amount > 0 || meter !== null;
    emulator.store.put("invoiceitems", {
      id: emulator.newId("ii"),
      object: "invoiceitem",
      amount,
      currency,
      customer: customer.id,
      date: options.at,
      description: null,
      invoice: invoice.id,
      metadata: {},
      period:
        meter === null
          ? { start: item.current_period_start, end: item.current_period_end }
          : { start: options.endedFrom ?? options.at, end: options.at },
      price: item.price,
      quantity: meter === null ? item.quantity : 0,
      subscription: subscription.id,
      metered: meter === null ? null : { meter, customer: customer.id },
    });
  }
  readMeters(emulator, invoice);
  emulator.emit("invoice.created", showInvoice(emulator, invoice));
  if (!isCharged) finalizeInvoice(emulator, invoice, options.at);
  const invoiced = { ...subscription, latest_invoice: invoice.id };
  emulator.store.put("subscriptions", invoiced);
  return invoiced;
}
