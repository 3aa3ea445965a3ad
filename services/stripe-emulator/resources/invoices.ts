// /v1/invoices
import { listPage } from "../http/list-page.ts";
import type { Route, RouteCall } from "../http/route.ts";
import type { Invoice } from "../state/objects.ts";
import { invalidRequest } from "../stripe-error.ts";
import { findObject } from "./find.ts";
import { itemsOf } from "./invoice-items.ts";
import { addInvoice, finalizeInvoice, payInvoice, voidInvoice } from "./invoice-life.ts";
import { showInvoice, showLine } from "./show-invoice.ts";

const STATUSES = ["draft", "open", "paid", "void", "uncollectible"] as const;

export const invoiceRoutes: Route[] = [
  { method: "POST", path: "/v1/invoices", run: create },
  { method: "GET", path: "/v1/invoices", run: list },
  { method: "GET", path: "/v1/invoices/:id", run: (call) => showInvoice(call.emulator, named(call)) },
  { method: "POST", path: "/v1/invoices/:id", run: update },
  { method: "DELETE", path: "/v1/invoices/:id", run: remove },
  { method: "GET", path: "/v1/invoices/:id/lines", run: listLines },
  { method: "POST", path: "/v1/invoices/:id/finalize", run: finalize },
  { method: "POST", path: "/v1/invoices/:id/pay", run: pay },
  { method: "POST", path: "/v1/invoices/:id/void", run: voidOne },
  { method: "POST", path: "/v1/invoices/:id/mark_uncollectible", run: markUncollectible },
];

function named({ emulator, id }: RouteCall): Invoice {
  return findObject(emulator, "invoices", id());
}

function create({ emulator, params }: RouteCall): unknown {
  const customer = findObject(emulator, "customers", params.required("customer"));
  const invoice = addInvoice(emulator, {
    customer,
    currency: params.string("currency") ?? "usd",
    autoAdvance: params.boolean("auto_advance") ?? false,
    billingReason: "manual",
    created: emulator.now(customer.test_clock),
    metadata: params.metadata(),
    description: params.string("description"),
    collectionMethod: params.oneOf("collection_method", ["charge_automatically", "send_invoice"]),
    defaultPaymentMethod: params.string("default_payment_method"),
    isTaxed: params.object("automatic_tax").boolean("enabled"),
  });
  params.accept("days_until_due");
  const behavior = params.oneOf("pending_invoice_items_behavior", ["exclude", "include"]) ?? "exclude";
  if (behavior === "include") {
    for (const item of emulator.store.all("invoiceitems")) {
      if (item.customer === customer.id && item.invoice === null && item.currency === invoice.currency) {
        emulator.store.put("invoiceitems", { ...item, invoice: invoice.id });
      }
    }
  }
  emulator.emit("invoice.created", showInvoice(emulator, invoice));
  return showInvoice(emulator, invoice);
}

function list({ emulator, params }: RouteCall): unknown {
  const customer = params.string("customer");
  const status = params.oneOf("status", STATUSES);
  const subscription = params.string("subscription");
  const matching = emulator.store
    .all("invoices")
    .filter(
      (invoice) =>
        (customer === undefined || invoice.customer === customer) &&
        (status === undefined || invoice.status === status) &&
        (subscription === undefined || invoice.subscription === subscription),
    );
  return listPage(matching, params, {
    url: "/v1/invoices",
    show: (invoice) => showInvoice(emulator, invoice),
  });
}

function update(call: RouteCall): unknown {
  const { emulator, params } = call;
  const before = named(call);
  const changed: Invoice = {
    ...before,
    metadata: params.metadata(before.metadata),
    description: params.string("description") ?? before.description,
    ...advanceFrom(params.boolean("auto_advance"), before),
    default_payment_method: params.string("default_payment_method") ?? before.default_payment_method,
  };
  emulator.store.put("invoices", changed);
  emulator.emit("invoice.updated", showInvoice(emulator, changed));
  return showInvoice(emulator, changed);
}

/** A draft that no longer advances is not made final by time. */
function advanceFrom(
  wanted: boolean | undefined,
  before: Invoice,
): Pick<Invoice, "auto_advance" | "automatically_finalizes_at"> {
  return {
    auto_advance: wanted ?? before.auto_advance,
    automatically_finalizes_at: wanted === false ? null : before.automatically_finalizes_at,
  };
}

function remove(call: RouteCall): unknown {
  const { emulator } = call;
  const invoice = named(call);
  if (invoice.status !== "draft") {
    throw invalidRequest("You can only delete draft invoices.", { code: "invoice_not_editable" });
  }
  const shown = showInvoice(emulator, invoice);
  for (const item of itemsOf(emulator, invoice.id)) emulator.store.remove("invoiceitems", item.id);
  emulator.store.remove("invoices", invoice.id);
  emulator.emit("invoice.deleted", shown);
  return { id: invoice.id, object: "invoice", deleted: true };
}

function listLines(call: RouteCall): unknown {
  const invoice = named(call);
  return listPage(itemsOf(call.emulator, invoice.id), call.params, {
    url: `/v1/invoices/${invoice.id}/lines`,
    show: (item) => showLine(call.emulator, invoice, item),
    oldestFirst: true,
  });
}

function finalize(call: RouteCall): unknown {
  const { emulator, params } = call;
  const invoice = named(call);
  const autoAdvance = params.boolean("auto_advance") ?? invoice.auto_advance;
  const now = emulator.now(invoice.test_clock);
  return showInvoice(emulator, finalizeInvoice(emulator, { ...invoice, auto_advance: autoAdvance }, now));
}

function pay(call: RouteCall): unknown {
  const { emulator, params } = call;
  const invoice = named(call);
  params.accept("off_session", "forgive");
  const method = params.string("payment_method") ?? invoice.default_payment_method;
  const now = emulator.now(invoice.test_clock);
  return showInvoice(emulator, payInvoice(emulator, { ...invoice, default_payment_method: method }, now));
}

function voidOne(call: RouteCall): unknown {
  const invoice = named(call);
  return showInvoice(
    call.emulator,
    voidInvoice(call.emulator, invoice, call.emulator.now(invoice.test_clock)),
  );
}

function markUncollectible(call: RouteCall): unknown {
  const { emulator } = call;
  const invoice = named(call);
  if (invoice.status !== "open") throw invalidRequest("You can only mark open invoices as uncollectible.");
  const changed: Invoice = {
    ...invoice,
    status: "uncollectible",
    auto_advance: false,
    status_transitions: {
      ...invoice.status_transitions,
      marked_uncollectible_at: emulator.now(invoice.test_clock),
    },
  };
  emulator.store.put("invoices", changed);
  emulator.emit("invoice.marked_uncollectible", showInvoice(emulator, changed));
  return showInvoice(emulator, changed);
}
