// /v1/prices: licensed, per-unit prices, found again by lookup key.
import { listPage } from "../http/list-page.ts";
import type { Route, RouteCall } from "../http/route.ts";
import type { Price } from "../state/objects.ts";
import { invalidRequest } from "../stripe-error.ts";
import { findObject } from "./find.ts";

export function showPrice(price: Price): unknown {
  return {
    ...price,
    billing_scheme: "per_unit",
    livemode: false,
    recurring:
      price.recurring === null
        ? null
        : { ...price.recurring, meter: null, trial_period_days: null, usage_type: "licensed" },
    tax_behavior: "unspecified",
    tiers_mode: null,
    transform_quantity: null,
    type: price.recurring === null ? "one_time" : "recurring",
    unit_amount_decimal: price.unit_amount === null ? null : String(price.unit_amount),
  };
}

export const priceRoutes: Route[] = [
  { method: "POST", path: "/v1/prices", run: create },
  { method: "GET", path: "/v1/prices", run: list },
  {
    method: "GET",
    path: "/v1/prices/:id",
    run: ({ emulator, id }) => showPrice(findObject(emulator, "prices", id())),
  },
];

function create({ emulator, params }: RouteCall): unknown {
  const product = findObject(emulator, "products", params.required("product"));
  const lookupKey = params.string("lookup_key") ?? null;
  if (lookupKey !== null && emulator.store.all("prices").some((price) => price.lookup_key === lookupKey)) {
    throw invalidRequest(`A price (or other object) already uses the lookup key: ${lookupKey}`, {
      param: "lookup_key",
    });
  }
  const recurring = params.object("recurring");
  const interval = recurring.oneOf("interval", ["day", "week", "month", "year"]);
  const price: Price = {
    id: emulator.newId("price"),
    object: "price",
    active: params.boolean("active") ?? true,
    created: emulator.now(),
    currency: params.required("currency"),
    lookup_key: lookupKey,
    metadata: params.metadata(),
    nickname: params.string("nickname") ?? null,
    product: product.id,
    recurring:
      interval === undefined ? null : { interval, interval_count: recurring.integer("interval_count") ?? 1 },
    unit_amount: params.integer("unit_amount") ?? null,
  };
  emulator.store.put("prices", price);
  emulator.emit("price.created", showPrice(price));
  return showPrice(price);
}

function list({ emulator, params }: RouteCall): unknown {
  const lookupKeys = params.strings("lookup_keys");
  const product = params.string("product");
  const active = params.boolean("active");
  const matching = emulator.store
    .all("prices")
    .filter(
      (price) =>
        (lookupKeys === undefined || lookupKeys.includes(price.lookup_key ?? "")) &&
        (product === undefined || price.product === product) &&
        (active === undefined || price.active === active),
    );
  return listPage(matching, params, { url: "/v1/prices", show: showPrice });
}
