// /v1/customers
import type { Emulator } from "../emulator.ts";
import { listPage } from "../http/list-page.ts";
import type { Params } from "../http/params.ts";
import type { Route, RouteCall } from "../http/route.ts";
import type { Customer } from "../state/objects.ts";
import { noSuch } from "../stripe-error.ts";
import { findObject } from "./find.ts";

const INVOICE_PREFIX_LENGTH = 8;

export function showCustomer(customer: Customer): unknown {
  return {
    ...customer,
    address: null,
    currency: "usd",
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    invoice_settings: {
      custom_fields: null,
      footer: null,
      rendering_options: null,
      ...customer.invoice_settings,
    },
    livemode: false,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: "none",
  };
}

export const customerRoutes: Route[] = [
  { method: "POST", path: "/v1/customers", run: create },
  { method: "GET", path: "/v1/customers", run: list },
  {
    method: "GET",
    path: "/v1/customers/:id",
    run: ({ emulator, id }) => showCustomer(findObject(emulator, "customers", id())),
  },
  { method: "POST", path: "/v1/customers/:id", run: update },
  { method: "DELETE", path: "/v1/customers/:id", run: remove },
];

function create({ emulator, params }: RouteCall): unknown {
  const testClock = params.string("test_clock") ?? null;
  if (testClock !== null) findObject(emulator, "test_clocks", testClock);
  const customer: Customer = {
    id: emulator.newId("cus"),
    object: "customer",
    created: emulator.now(testClock),
    email: params.string("email") ?? null,
    name: params.string("name") ?? null,
    balance: params.integer("balance") ?? 0,
    invoice_prefix: emulator.ids.short(INVOICE_PREFIX_LENGTH).toUpperCase(),
    next_invoice_sequence: 1,
    invoice_settings: { default_payment_method: null },
    metadata: params.metadata(),
    test_clock: testClock,
  };
  const changed = withSettings(customer, params);
  emulator.store.put("customers", changed);
  emulator.emit("customer.created", showCustomer(changed));
  return showCustomer(changed);
}

/** Customers of a test clock are listed only when their clock is asked for. */
function list({ emulator, params }: RouteCall): unknown {
  const email = params.string("email");
  const testClock = params.string("test_clock") ?? null;
  const matching = emulator.store
    .all("customers")
    .filter(
      (customer) => customer.test_clock === testClock && (email === undefined || customer.email === email),
    );
  return listPage(matching, params, { url: "/v1/customers", show: showCustomer });
}

function update({ emulator, params, id }: RouteCall): unknown {
  const before = findObject(emulator, "customers", id());
  const changed = withSettings(
    {
      ...before,
      email: params.string("email") ?? before.email,
      name: params.string("name") ?? before.name,
      balance: params.integer("balance") ?? before.balance,
      metadata: params.metadata(before.metadata),
    },
    params,
  );
  checkOwnMethod(emulator, changed);
  emulator.store.put("customers", changed);
  emulator.emit("customer.updated", showCustomer(changed));
  return showCustomer(changed);
}

function withSettings(customer: Customer, params: Params): Customer {
  const method = params.object("invoice_settings").string("default_payment_method");
  if (method === undefined) return customer;
  return { ...customer, invoice_settings: { default_payment_method: method === "" ? null : method } };
}

function remove({ emulator, id }: RouteCall): unknown {
  const customer = findObject(emulator, "customers", id());
  emulator.store.remove("customers", customer.id);
  emulator.emit("customer.deleted", showCustomer(customer));
  return { id: customer.id, object: "customer", deleted: true };
}

/** The default payment method must be attached to this very customer. */
function checkOwnMethod(emulator: Emulator, customer: Customer): void {
  const method = customer.invoice_settings.default_payment_method;
  if (method === null) return;
  if (findObject(emulator, "payment_methods", method).customer !== customer.id) {
    throw noSuch("PaymentMethod", method);
  }
}
