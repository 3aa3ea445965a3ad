// /v1/billing_portal: short-lived links to the page where customers see invoices and change cards.
import type { Route, RouteCall } from "../http/route.ts";
import type { StripeObject } from "../state/objects.ts";
import { listPage } from "../http/list-page.ts";
import { findObject } from "./find.ts";

/** Every account at Stripe has one. */
const DEFAULT_CONFIGURATION = "bpc_default";

export const portalRoutes: Route[] = [
  { method: "POST", path: "/v1/billing_portal/configurations", run: configure },
  {
    method: "GET",
    path: "/v1/billing_portal/configurations",
    run: ({ emulator, params }) => {
      params.accept("active", "is_default");
      return listPage(emulator.store.all("portal_configurations"), params, {
        url: "/v1/billing_portal/configurations",
        show: (each) => each,
      });
    },
  },
  { method: "POST", path: "/v1/billing_portal/sessions", run: create },
];

function configure({ emulator, params }: RouteCall): unknown {
  const features = params.object("features");
  const isOn = (name: string): { enabled: boolean } => ({
    enabled: features.object(name).boolean("enabled") ?? false,
  });
  const configuration: StripeObject = {
    id: emulator.newId("bpc"),
    object: "billing_portal.configuration",
    active: true,
    created: emulator.now(),
    features: {
      invoice_history: isOn("invoice_history"),
      payment_method_update: isOn("payment_method_update"),
    },
    is_default: false,
    livemode: false,
    metadata: params.metadata(),
  };
  emulator.store.put("portal_configurations", configuration);
  return configuration;
}

function create({ emulator, params }: RouteCall): unknown {
  const customer = findObject(emulator, "customers", params.required("customer"));
  const given = params.string("configuration");
  if (given !== undefined) findObject(emulator, "portal_configurations", given);
  const id = emulator.newId("bps");
  const session: StripeObject = {
    id,
    object: "billing_portal.session",
    configuration: given ?? DEFAULT_CONFIGURATION,
    created: emulator.now(),
    customer: customer.id,
    flow: null,
    livemode: false,
    locale: null,
    on_behalf_of: null,
    return_url: params.string("return_url") ?? null,
    url: `${emulator.pages.portal}/p/session/${id}`,
  };
  emulator.store.put("portal_sessions", session);
  return session;
}
