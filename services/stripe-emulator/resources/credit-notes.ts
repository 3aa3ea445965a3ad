// /v1/credit_notes: lowers an invoice after it became final: what is due while it is open, or a refund once it is paid.
import { listPage } from "../http/list-page.ts";
import type { Route, RouteCall } from "../http/route.ts";
import type { CreditNote } from "../state/objects.ts";
import { invalidRequest } from "../stripe-error.ts";
import { findObject } from "./find.ts";
import { settle } from "./invoice-life.ts";
import { addRefund, paymentOf } from "./payments.ts";
import { showInvoice, totalsOf } from "./show-invoice.ts";

export const creditNoteRoutes: Route[] = [
  { method: "POST", path: "/v1/credit_notes", run: create },
  {
    method: "GET",
    path: "/v1/credit_notes/:id",
    run: ({ emulator, id }) => findObject(emulator, "credit_notes", id()),
  },
  {
    method: "GET",
    path: "/v1/credit_notes",
    run: ({ emulator, params }) => {
      const invoice = params.string("invoice");
      const matching = emulator.store
        .all("credit_notes")
        .filter((note) => invoice === undefined || note.invoice === invoice);
      return listPage(matching, params, { url: "/v1/credit_notes", show: (each) => each });
    },
  },
];

function create(call: RouteCall): unknown {
  const { emulator, params } = call;
  const invoice = findObject(emulator, "invoices", params.required("invoice"));
  if (invoice.status !== "open" && invoice.status !== "paid") {
    throw invalidRequest("Credit notes are for open and paid invoices.", { param: "invoice" });
  }
  const amount = params.integer("amount") ?? 0;
  const refundAmount = params.integer("refund_amount") ?? 0;
  const isPaid = invoice.status === "paid";
  const { amountRemaining } = totalsOf(emulator, invoice);
  if (amount <= 0 || (!isPaid && amount > amountRemaining)) {
    throw invalidRequest("The amount must be positive and no more than what is due.", { param: "amount" });
  }
  if (isPaid && refundAmount !== amount) {
    throw invalidRequest("Of a paid invoice, the whole amount must be refunded.", { param: "refund_amount" });
  }
  const metadata = params.metadata();
  const refund = isPaid
    ? addRefund(emulator, paymentOf(emulator, invoice.id), { amount, metadata: {} })
    : undefined;
  const note: CreditNote = {
    id: emulator.newId("cn"),
    object: "credit_note",
    amount,
    created: emulator.now(invoice.test_clock),
    currency: invoice.currency,
    amount_shipping: 0,
    customer: invoice.customer,
    discount_amount: 0,
    discount_amounts: [],
    invoice: invoice.id,
    livemode: false,
    memo: params.string("memo") ?? null,
    lines: { object: "list", data: [], has_more: false, url: "/v1/credit_notes/lines" },
    metadata,
    number: `${invoice.number ?? invoice.id}-CN`,
    pdf: "",
    post_payment_amount: isPaid ? amount : 0,
    pre_payment_amount: isPaid ? 0 : amount,
    pretax_credit_amounts: [],
    reason: params.string("reason") ?? null,
    refunds: refund === undefined ? [] : [{ amount_refunded: amount, refund: refund.id }],
    status: "issued",
    subtotal: amount,
    total: amount,
    type: isPaid ? "post_payment" : "pre_payment",
  };
  emulator.store.put("credit_notes", note);
  emulator.emit("credit_note.created", note);
  emulator.emit("invoice.updated", showInvoice(emulator, invoice));
  // One that was lowered to nothing is paid, without a payment.
  if (!isPaid && totalsOf(emulator, invoice).amountRemaining === 0)
    settle(emulator, invoice, emulator.now(invoice.test_clock));
  return note;
}
