// /v1/subscriptions: licensed prices by period, in flexible billing mode. Usage is billed by invoice items beside them.
import { listPage } from "../http/list-page.ts";
import type { Route, RouteCall } from "../http/route.ts";
import type { Price, Subscription, SubscriptionItem } from "../state/objects.ts";
import { invalidRequest } from "../stripe-error.ts";
import { findObject } from "./find.ts";
import { addSubscriptionInvoice } from "./renew-subscription.ts";
import { nextAnchor, periodAfter } from "./billing-period.ts";
import { showSubscription } from "./show-subscription.ts";

const ITEMS_MAX = 20;

export const subscriptionRoutes: Route[] = [
  { method: "POST", path: "/v1/subscriptions", run: create },
  { method: "GET", path: "/v1/subscriptions", run: list },
  {
    method: "GET",
    path: "/v1/subscriptions/:id",
    run: ({ emulator, id }) => showSubscription(emulator, findObject(emulator, "subscriptions", id())),
  },
  { method: "DELETE", path: "/v1/subscriptions/:id", run: cancel },
];

function create(call: RouteCall): unknown {
  const { emulator, params } = call;
  const customer = findObject(emulator, "customers", params.required("customer"));
  const now = emulator.now(customer.test_clock);
  if (params.object("billing_mode").oneOf("type", ["flexible", "classic"]) === "classic") {
    throw invalidRequest("The emulator serves flexible billing mode only.", { param: "billing_mode[type]" });
  }
  params.object("automatic_tax").boolean("enabled");
  params.oneOf("proration_behavior", ["none", "create_prorations", "always_invoice"]);
  const anchor = nextAnchor(params.object("billing_cycle_anchor_config"), now);
  const items = itemsFrom(call, { now, periodEnd: anchor });
  const subscription: Subscription = {
    id: emulator.newId("sub"),
    object: "subscription",
    billing_cycle_anchor: anchor ?? now,
    created: now,
    customer: customer.id,
    items,
    latest_invoice: null,
    metadata: params.metadata(),
    start_date: now,
    status: "active",
    test_clock: customer.test_clock,
  };
  emulator.store.put("subscriptions", subscription);
  emulator.emit("customer.subscription.created", showSubscription(emulator, subscription));
  // Up to a later anchor nothing is charged: the first invoice is over nothing and paid at once.
  const invoiced = addSubscriptionInvoice(emulator, subscription, {
    reason: "subscription_create",
    at: now,
    isCharged: anchor === undefined,
  });
  return showSubscription(emulator, invoiced);
}

function itemsFrom(
  { emulator, params }: RouteCall,
  { now, periodEnd }: { now: number; periodEnd: number | undefined },
): SubscriptionItem[] {
  const given = params.objects("items");
  if (given.length === 0) throw invalidRequest("Missing required param: items.", { param: "items" });
  if (given.length > ITEMS_MAX)
    throw invalidRequest(`A subscription has at most ${ITEMS_MAX} items.`, { param: "items" });
  return given.map((item) => {
    const price: Price = findObject(emulator, "prices", item.required("price"));
    if (price.recurring === null) {
      throw invalidRequest(
        "The price specified is set to `type=one_time` but this field only accepts prices with `type=recurring`.",
        { param: "items" },
      );
    }
    return {
      id: emulator.newId("si"),
      object: "subscription_item",
      created: now,
      current_period_start: now,
      current_period_end: periodEnd ?? periodAfter(price, now),
      metadata: {},
      price: price.id,
      quantity: price.recurring.meter === null ? (item.integer("quantity") ?? 1) : 0,
    };
  });
}

/** Subscriptions of test clocks are listed only when their clock or customer is asked for. */
function list({ emulator, params }: RouteCall): unknown {
  const customer = params.string("customer");
  const testClock = params.string("test_clock") ?? null;
  const status = params.string("status");
  const matching = emulator.store
    .all("subscriptions")
    .filter(
      (each) =>
        (customer === undefined ? each.test_clock === testClock : each.customer === customer) &&
        (status === "all" || (status === undefined ? each.status !== "canceled" : each.status === status)),
    );
  return listPage(matching, params, {
    url: "/v1/subscriptions",
    show: (each) => showSubscription(emulator, each),
  });
}

function cancel({ emulator, params, id }: RouteCall): unknown {
  params.accept("invoice_now", "prorate");
  const before = findObject(emulator, "subscriptions", id());
  const canceled = { ...before, status: "canceled", canceled_at: emulator.now(before.test_clock) };
  emulator.store.put("subscriptions", canceled);
  emulator.emit("customer.subscription.deleted", showSubscription(emulator, canceled));
  return showSubscription(emulator, canceled);
}
