// /v1/payment_methods: test cards such as pm_card_visa become a payment method of the customer when attached.
import { listPage } from "../http/list-page.ts";
import type { Route, RouteCall } from "../http/route.ts";
import type { Emulator } from "../emulator.ts";
import type { PaymentMethod } from "../state/objects.ts";
import { invalidRequest } from "../stripe-error.ts";
import { findObject } from "./find.ts";

/** Test cards and the last digits they show; the second group attaches but every charge is declined. */
const CARDS: Readonly<Record<string, { brand: string; last4: string; isDeclined: boolean }>> = {
  pm_card_visa: { brand: "visa", last4: "4242", isDeclined: false },
  pm_card_mastercard: { brand: "mastercard", last4: "4444", isDeclined: false },
  pm_card_chargeCustomerFail: { brand: "visa", last4: "0341", isDeclined: true },
};

export function isDeclined(method: PaymentMethod): boolean {
  return CARDS[method.emulated_card]?.isDeclined ?? false;
}

export function showPaymentMethod(method: PaymentMethod): unknown {
  const { emulated_card: card, ...shown } = method;
  const { brand, last4 } = CARDS[card] ?? { brand: "visa", last4: "4242" };
  return {
    ...shown,
    allow_redisplay: "unspecified",
    billing_details: { address: null, email: null, name: null, phone: null, tax_id: null },
    card: { brand, last4, exp_month: 12, exp_year: 2040, country: "US", funding: "credit", checks: null },
    livemode: false,
    metadata: {},
    type: "card",
  };
}

export const paymentMethodRoutes: Route[] = [
  { method: "POST", path: "/v1/payment_methods/:id/attach", run: attach },
  { method: "POST", path: "/v1/payment_methods/:id/detach", run: detach },
  {
    method: "GET",
    path: "/v1/payment_methods/:id",
    run: ({ emulator, id }) => showPaymentMethod(findObject(emulator, "payment_methods", id())),
  },
  { method: "GET", path: "/v1/payment_methods", run: list },
];

function attach({ emulator, params, id }: RouteCall): unknown {
  return showPaymentMethod(attachMethod(emulator, id(), params.required("customer")));
}

/** A test card makes a new payment method; an existing one is attached as it is. */
export function attachMethod(emulator: Emulator, methodId: string, customerId: string): PaymentMethod {
  const customer = findObject(emulator, "customers", customerId);
  const known = CARDS[methodId] === undefined ? findObject(emulator, "payment_methods", methodId) : undefined;
  if (known?.customer != null && known.customer !== customerId) {
    throw invalidRequest("The payment method you provided has already been attached to a customer.");
  }
  const method: PaymentMethod = {
    id: known?.id ?? emulator.newId("pm"),
    object: "payment_method",
    created: known?.created ?? emulator.now(customer.test_clock),
    emulated_card: known?.emulated_card ?? methodId,
    customer: customerId,
  };
  emulator.store.put("payment_methods", method);
  emulator.emit("payment_method.attached", showPaymentMethod(method));
  return method;
}

/** A method that is gone is nobody's default. */
function detach({ emulator, id }: RouteCall): unknown {
  const before = findObject(emulator, "payment_methods", id());
  const method: PaymentMethod = { ...before, customer: null };
  emulator.store.put("payment_methods", method);
  const owner = emulator.store.all("customers").find((customer) => customer.id === before.customer);
  if (owner?.invoice_settings.default_payment_method === before.id) {
    emulator.store.put("customers", { ...owner, invoice_settings: { default_payment_method: null } });
  }
  emulator.emit("payment_method.detached", showPaymentMethod(method));
  return showPaymentMethod(method);
}

function list({ emulator, params }: RouteCall): unknown {
  const customer = params.required("customer");
  params.accept("type");
  const own = emulator.store.all("payment_methods").filter((method) => method.customer === customer);
  return listPage(own, params, { url: "/v1/payment_methods", show: showPaymentMethod });
}
