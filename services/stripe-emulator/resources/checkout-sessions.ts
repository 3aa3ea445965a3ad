// /v1/checkout/sessions in mode setup: the hosted page where a customer leaves a card. It is one of the emulator's pages;
// a program completes it by a call of the emulator's own, with the test card that would have been typed in.
import type { Emulator } from "../emulator.ts";
import type { Route, RouteCall } from "../http/route.ts";
import type { CheckoutSession } from "../state/objects.ts";
import { invalidRequest } from "../stripe-error.ts";
import { findObject } from "./find.ts";
import { attachMethod } from "./payment-methods.ts";

const EXPIRES_AFTER_SECONDS = 86_400;

export const checkoutRoutes: Route[] = [
  { method: "POST", path: "/v1/checkout/sessions", run: create },
  {
    method: "GET",
    path: "/v1/checkout/sessions/:id",
    run: ({ emulator, id }) => findObject(emulator, "checkout_sessions", id()),
  },
  { method: "POST", path: "/emulator/checkout/sessions/:id/complete", run: complete },
];

function create({ emulator, params }: RouteCall): unknown {
  if (params.oneOf("mode", ["setup", "payment", "subscription"]) !== "setup") {
    throw invalidRequest("The emulator serves mode setup only.", { param: "mode" });
  }
  const customer = findObject(emulator, "customers", params.required("customer"));
  params.accept("currency", "payment_method_types", "cancel_url");
  const intent = {
    id: emulator.newId("seti"),
    object: "setup_intent",
    created: emulator.now(),
    customer: customer.id,
    livemode: false,
    metadata: params.object("setup_intent_data").metadata(),
    payment_method: null,
    payment_method_types: ["card"],
    status: "requires_payment_method",
    usage: "off_session",
  };
  emulator.store.put("setup_intents", intent);
  const id = emulator.newId("cs_test");
  const session: CheckoutSession = {
    id,
    object: "checkout.session",
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    created: emulator.now(),
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    customer: customer.id,
    expires_at: emulator.now() + EXPIRES_AFTER_SECONDS,
    livemode: false,
    metadata: params.metadata(),
    mode: "setup",
    payment_method_types: ["card"],
    payment_status: "no_payment_required",
    setup_intent: intent.id,
    shipping_options: [],
    status: "open",
    success_url: params.required("success_url"),
    url: `${emulator.pages.checkout}/c/pay/${id}`,
  };
  emulator.store.put("checkout_sessions", session);
  return session;
}

function complete({ emulator, params, id }: RouteCall): unknown {
  return completeSession(emulator, id(), params.required("payment_method"));
}

/** Errors: for a session that is not open. */
export function completeSession(emulator: Emulator, sessionId: string, card: string): CheckoutSession {
  const session = findObject(emulator, "checkout_sessions", sessionId);
  if (session.status !== "open") throw invalidRequest("This Checkout Session is no longer open.");
  const method = attachMethod(emulator, card, session.customer);
  const intent = findObject(emulator, "setup_intents", session.setup_intent);
  emulator.store.put("setup_intents", { ...intent, payment_method: method.id, status: "succeeded" });
  const completed: CheckoutSession = { ...session, status: "complete", url: null };
  emulator.store.put("checkout_sessions", completed);
  emulator.emit("setup_intent.succeeded", { ...intent, payment_method: method.id, status: "succeeded" });
  emulator.emit("checkout.session.completed", completed);
  return completed;
}
