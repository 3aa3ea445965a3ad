// /v1/payment_intents, /v1/invoice_payments and /v1/refunds: how invoices were paid, and paying it back.
import type { Emulator } from "../emulator.ts";
import { listPage } from "../http/list-page.ts";
import type { Route, RouteCall } from "../http/route.ts";
import type { Invoice, PaymentIntent, Refund } from "../state/objects.ts";
import { invalidRequest } from "../stripe-error.ts";
import { findObject } from "./find.ts";

export const paymentRoutes: Route[] = [
  {
    method: "GET",
    path: "/v1/payment_intents/:id",
    run: ({ emulator, id }) => showIntent(findObject(emulator, "payment_intents", id())),
  },
  { method: "GET", path: "/v1/invoice_payments", run: listPayments },
  { method: "POST", path: "/v1/refunds", run: create },
  {
    method: "GET",
    path: "/v1/refunds/:id",
    run: ({ emulator, id }) => findObject(emulator, "refunds", id()),
  },
  {
    method: "GET",
    path: "/v1/refunds",
    run: ({ emulator, params }) => {
      const intent = params.string("payment_intent");
      const matching = emulator.store
        .all("refunds")
        .filter((refund) => intent === undefined || refund.payment_intent === intent);
      return listPage(matching, params, { url: "/v1/refunds", show: (each) => each });
    },
  },
];

function showIntent(intent: PaymentIntent): unknown {
  const { invoice: _invoice, ...shown } = intent;
  return { ...shown, amount_received: intent.amount, livemode: false, metadata: {}, status: "succeeded" };
}

export function addPayment(emulator: Emulator, invoice: Invoice, now: number): void {
  const intent: PaymentIntent = {
    id: emulator.newId("pi"),
    object: "payment_intent",
    amount: invoice.amount_paid,
    created: now,
    currency: invoice.currency,
    customer: invoice.customer,
    invoice: invoice.id,
  };
  emulator.store.put("payment_intents", intent);
  emulator.emit("payment_intent.succeeded", showIntent(intent));
}

/** The intent that paid an invoice. Errors: for one that nothing was paid for. */
export function paymentOf(emulator: Emulator, invoiceId: string): PaymentIntent {
  const intent = emulator.store.all("payment_intents").find((each) => each.invoice === invoiceId);
  if (intent === undefined)
    throw invalidRequest("This invoice has no payment to refund.", { param: "invoice" });
  return intent;
}

function listPayments({ emulator, params }: RouteCall): unknown {
  const invoice = params.string("invoice");
  const matching = emulator.store
    .all("payment_intents")
    .filter((intent) => invoice === undefined || intent.invoice === invoice);
  return listPage(matching, params, {
    url: "/v1/invoice_payments",
    show: (intent) => ({
      id: intent.id.replace(/^pi_/, "inpay_"),
      object: "invoice_payment",
      amount_paid: intent.amount,
      amount_requested: intent.amount,
      created: intent.created,
      currency: intent.currency,
      invoice: intent.invoice,
      is_default: true,
      livemode: false,
      payment: { type: "payment_intent", payment_intent: intent.id },
      status: "paid",
      status_transitions: { canceled_at: null, paid_at: intent.created },
    }),
  });
}

function create({ emulator, params }: RouteCall): unknown {
  const intent = findObject(emulator, "payment_intents", params.required("payment_intent"));
  params.oneOf("reason", ["duplicate", "fraudulent", "requested_by_customer"]);
  const amount = params.integer("amount") ?? intent.amount;
  return addRefund(emulator, intent, { amount, metadata: params.metadata() });
}

/** Errors: for more than was paid and not paid back yet. */
export function addRefund(
  emulator: Emulator,
  intent: PaymentIntent,
  given: { amount: number; metadata: Record<string, string> },
): Refund {
  const before = emulator.store
    .all("refunds")
    .filter((refund) => refund.payment_intent === intent.id)
    .reduce((sum, refund) => sum + refund.amount, 0);
  if (given.amount <= 0 || before + given.amount > intent.amount) {
    throw invalidRequest(`Refund amount is greater than the unrefunded amount (${intent.amount - before}).`, {
      code: "amount_too_large",
      param: "amount",
    });
  }
  const refund: Refund = {
    id: emulator.newId("re"),
    object: "refund",
    amount: given.amount,
    created: emulator.now(),
    currency: intent.currency,
    metadata: given.metadata,
    payment_intent: intent.id,
    status: "succeeded",
  };
  emulator.store.put("refunds", refund);
  emulator.emit("refund.created", refund);
  return refund;
}
