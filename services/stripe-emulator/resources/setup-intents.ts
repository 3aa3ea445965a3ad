// /v1/setup_intents: saves a card for later; a test card always succeeds.
import type { Route, RouteCall } from "../http/route.ts";
import type { StripeObject } from "../state/objects.ts";
import { invalidRequest } from "../stripe-error.ts";
import { findObject } from "./find.ts";
import { attachMethod } from "./payment-methods.ts";

const SECRET_BYTES = 18;

export const setupIntentRoutes: Route[] = [
  { method: "POST", path: "/v1/setup_intents", run: create },
  { method: "POST", path: "/v1/setup_intents/:id/confirm", run: confirm },
  {
    method: "GET",
    path: "/v1/setup_intents/:id",
    run: ({ emulator, id }) => findObject(emulator, "setup_intents", id()),
  },
];

function create(call: RouteCall): unknown {
  const { emulator, params } = call;
  const customer = params.string("customer") ?? null;
  if (customer !== null) findObject(emulator, "customers", customer);
  const id = emulator.newId("seti");
  const method = params.string("payment_method") ?? null;
  params.accept("payment_method_types", "automatic_payment_methods");
  const intent: StripeObject = {
    id,
    object: "setup_intent",
    created: emulator.now(),
    client_secret: `${id}_secret_${emulator.ids.secret(SECRET_BYTES)}`,
    customer,
    livemode: false,
    metadata: params.metadata(),
    payment_method: method,
    payment_method_types: ["card"],
    status: method === null ? "requires_payment_method" : "requires_confirmation",
    usage: params.oneOf("usage", ["off_session", "on_session"]) ?? "off_session",
  };
  emulator.store.put("setup_intents", intent);
  emulator.emit("setup_intent.created", intent);
  return params.boolean("confirm") === true ? succeed(call, intent, method) : intent;
}

function confirm(call: RouteCall): unknown {
  const intent = findObject(call.emulator, "setup_intents", call.id());
  const method = call.params.string("payment_method");
  return succeed(
    call,
    intent,
    method ?? (typeof intent["payment_method"] === "string" ? intent["payment_method"] : null),
  );
}

function succeed({ emulator }: RouteCall, intent: StripeObject, method: string | null): unknown {
  if (method === null)
    throw invalidRequest("A payment method is needed to confirm.", { param: "payment_method" });
  const { customer } = intent;
  const attached = typeof customer === "string" ? attachMethod(emulator, method, customer).id : method;
  const succeeded = { ...intent, payment_method: attached, status: "succeeded" };
  emulator.store.put("setup_intents", succeeded);
  emulator.emit("setup_intent.succeeded", succeeded);
  return succeeded;
}
