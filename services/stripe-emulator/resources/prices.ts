// /v1/prices: by unit or by graduated tiers, licensed or metered, found again by lookup key.
import { listPage } from "../http/list-page.ts";
import type { Params } from "../http/params.ts";
import type { Route, RouteCall } from "../http/route.ts";
import type { Price } from "../state/objects.ts";
import { invalidRequest } from "../stripe-error.ts";
import { findObject } from "./find.ts";

export function showPrice(price: Price): unknown {
  return {
    ...price,
    billing_scheme: price.tiers === null ? "per_unit" : "tiered",
    livemode: false,
    recurring:
      price.recurring === null
        ? null
        : {
            ...price.recurring,
            trial_period_days: null,
            usage_type: price.recurring.meter === null ? "licensed" : "metered",
          },
    tax_behavior: "unspecified",
    // Shown when they are asked for by expand, at Stripe; nothing here depends on their absence.
    tiers: price.tiers?.map((tier) => ({ ...tier, flat_amount: null, flat_amount_decimal: null })),
    tiers_mode: price.tiers === null ? null : "graduated",
    transform_quantity: null,
    type: price.recurring === null ? "one_time" : "recurring",
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
  const meter = recurring.string("meter") ?? null;
  if (meter !== null) findObject(emulator, "meters", meter);
  if (recurring.oneOf("usage_type", ["licensed", "metered"]) === "metered" && meter === null) {
    throw invalidRequest("A metered price needs a meter.", { param: "recurring[meter]" });
  }
  const tiers = tiersFrom(params);
  const unitAmount = params.integer("unit_amount") ?? null;
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
      interval === undefined
        ? null
        : { interval, interval_count: recurring.integer("interval_count") ?? 1, meter },
    tiers,
    unit_amount: unitAmount,
    unit_amount_decimal:
      tiers === null
        ? (params.decimal("unit_amount_decimal") ?? (unitAmount === null ? null : String(unitAmount)))
        : null,
  };
  emulator.store.put("prices", price);
  emulator.emit("price.created", showPrice(price));
  return showPrice(price);
}

/** Errors: for tiers that do not rise, or do not end with `inf`. */
function tiersFrom(params: Params): Price["tiers"] {
  const scheme = params.oneOf("billing_scheme", ["per_unit", "tiered"]);
  const mode = params.oneOf("tiers_mode", ["graduated"]);
  const given = params.objects("tiers");
  if (scheme !== "tiered") return null;
  if (mode === undefined || given.length === 0) {
    throw invalidRequest("Tiered prices need tiers and a tiers_mode.", { param: "tiers" });
  }
  const tiers = given.map((tier) => {
    const upTo = tier.required("up_to");
    const decimal = tier.decimal("unit_amount_decimal") ?? String(tier.integer("unit_amount") ?? 0);
    return { up_to: upTo === "inf" ? null : Number(upTo), unit_amount_decimal: decimal };
  });
  const rises = tiers.every((tier, index) => (tier.up_to ?? Infinity) > (tiers[index - 1]?.up_to ?? 0));
  if (!rises || tiers.at(-1)?.up_to !== null) {
    throw invalidRequest("Tiers must rise, and the last must go up to inf.", { param: "tiers" });
  }
  return tiers;
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
