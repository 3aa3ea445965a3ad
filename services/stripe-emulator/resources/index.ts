// All resources: their routes, and how the object of any id is shown.
import type { Emulator } from "../emulator.ts";
import type { Route } from "../http/route.ts";
import { balanceRoutes } from "./balance.ts";
import { checkoutRoutes } from "./checkout-sessions.ts";
import { creditGrantRoutes } from "./credit-grants.ts";
import { creditNoteRoutes } from "./credit-notes.ts";
import { customerRoutes, showCustomer } from "./customers.ts";
import { eventDestinationRoutes } from "./event-destinations.ts";
import { eventRoutes } from "./events.ts";
import { invoiceItemRoutes } from "./invoice-items.ts";
import { invoiceRoutes } from "./invoices.ts";
import { meterEventRoutes } from "./meter-events.ts";
import { meterRoutes } from "./meters.ts";
import { paymentMethodRoutes, showPaymentMethod } from "./payment-methods.ts";
import { paymentRoutes } from "./payments.ts";
import { portalRoutes } from "./portal-sessions.ts";
import { priceRoutes, showPrice } from "./prices.ts";
import { productRoutes } from "./products.ts";
import { setupIntentRoutes } from "./setup-intents.ts";
import { showInvoice } from "./show-invoice.ts";
import { showSubscription } from "./show-subscription.ts";
import { subscriptionRoutes } from "./subscriptions.ts";
import { testClockRoutes } from "./test-clocks.ts";
import { thinEventRoutes } from "./thin-events.ts";
import { webhookEndpointRoutes } from "./webhook-endpoints.ts";

export function allRoutes(onAdvance: () => void): Route[] {
  return [
    ...balanceRoutes,
    ...checkoutRoutes,
    ...creditGrantRoutes,
    ...creditNoteRoutes,
    ...customerRoutes,
    ...eventDestinationRoutes,
    ...eventRoutes,
    ...invoiceItemRoutes,
    ...invoiceRoutes,
    ...meterEventRoutes,
    ...meterRoutes,
    ...paymentMethodRoutes,
    ...paymentRoutes,
    ...portalRoutes,
    ...priceRoutes,
    ...productRoutes,
    ...setupIntentRoutes,
    ...subscriptionRoutes,
    ...testClockRoutes(onAdvance),
    ...thinEventRoutes,
    ...webhookEndpointRoutes,
  ];
}

/** The object of an id as its own resource shows it; undefined for ids that cannot be expanded. */
export function lookUpWith(emulator: Emulator): (id: string) => unknown {
  const { store } = emulator;
  return (id) => {
    const customer = store.find("customers", id);
    if (customer !== undefined) return showCustomer(customer);
    const invoice = store.find("invoices", id);
    if (invoice !== undefined) return showInvoice(emulator, invoice);
    const subscription = store.find("subscriptions", id);
    if (subscription !== undefined) return showSubscription(emulator, subscription);
    const method = store.find("payment_methods", id);
    if (method !== undefined) return showPaymentMethod(method);
    const price = store.find("prices", id);
    if (price !== undefined) return showPrice(price);
    return store.find("products", id) ?? store.find("test_clocks", id) ?? store.find("setup_intents", id);
  };
}
