// /v1/products
import { listPage } from "../http/list-page.ts";
import type { Route, RouteCall } from "../http/route.ts";
import type { StripeObject } from "../state/objects.ts";
import { findObject } from "./find.ts";

export const productRoutes: Route[] = [
  { method: "POST", path: "/v1/products", run: create },
  { method: "GET", path: "/v1/products", run: list },
  {
    method: "GET",
    path: "/v1/products/:id",
    run: ({ emulator, id }) => findObject(emulator, "products", id()),
  },
];

function create({ emulator, params }: RouteCall): unknown {
  const created = emulator.now();
  const product: StripeObject = {
    id: params.string("id") ?? emulator.newId("prod"),
    object: "product",
    active: params.boolean("active") ?? true,
    created,
    default_price: null,
    description: params.string("description") ?? null,
    images: [],
    livemode: false,
    marketing_features: [],
    metadata: params.metadata(),
    name: params.required("name"),
    type: "service",
    updated: created,
  };
  emulator.store.put("products", product);
  emulator.emit("product.created", product);
  return product;
}

function list({ emulator, params }: RouteCall): unknown {
  const active = params.boolean("active");
  const matching = emulator.store
    .all("products")
    .filter((product) => active === undefined || product["active"] === active);
  return listPage(matching, params, { url: "/v1/products", show: (product) => product });
}
