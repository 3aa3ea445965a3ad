// /v1/invoiceitems: amounts that go on an invoice: a draft that is named, or the customer's next one.
import { listPage } from "../http/list-page.ts";
import type { Route, RouteCall } from "../http/route.ts";
import type { Emulator } from "../emulator.ts";
import type { InvoiceItem } from "../state/objects.ts";
import { invalidRequest } from "../stripe-error.ts";
import { findObject } from "./find.ts";

export const INVOICE_ITEMS_MAX = 250;

export function pricingOf(emulator: Emulator, { price }: InvoiceItem): unknown {
  if (price === null) return null;
  const { product } = findObject(emulator, "prices", price);
  return { type: "price_details", price_details: { price, product }, unit_amount_decimal: null };
}

export function showInvoiceItem(emulator: Emulator, item: InvoiceItem): unknown {
  const { price: _price, subscription, metered: _metered, ...shown } = item;
  return {
    ...shown,
    discountable: true,
    discounts: [],
    livemode: false,
    parent:
      subscription === null ? null : { type: "subscription_details", subscription_details: { subscription } },
    pricing: pricingOf(emulator, item),
    proration: false,
    quantity_decimal: String(item.quantity),
    tax_rates: [],
    test_clock: null,
  };
}

/** Items of an invoice in the order in which they were made. */
export function itemsOf(emulator: Emulator, invoiceId: string): InvoiceItem[] {
  return emulator.store.all("invoiceitems").filter((item) => item.invoice === invoiceId);
}

export const invoiceItemRoutes: Route[] = [
  { method: "POST", path: "/v1/invoiceitems", run: create },
  { method: "GET", path: "/v1/invoiceitems", run: list },
  {
    method: "GET",
    path: "/v1/invoiceitems/:id",
    run: ({ emulator, id }) => showInvoiceItem(emulator, findObject(emulator, "invoiceitems", id())),
  },
  { method: "DELETE", path: "/v1/invoiceitems/:id", run: remove },
];

function create({ emulator, params }: RouteCall): unknown {
  const customer = findObject(emulator, "customers", params.required("customer"));
  const invoiceId = params.string("invoice") ?? null;
  const now = emulator.now(customer.test_clock);
  const currency = params.string("currency") ?? "usd";
  if (invoiceId !== null) checkRoom(emulator, { invoiceId, customerId: customer.id, currency });
  const period = params.object("period");
  const item: InvoiceItem = {
    id: emulator.newId("ii"),
    object: "invoiceitem",
    amount: params.integer("amount") ?? 0,
    currency,
    customer: customer.id,
    date: now,
    description: params.string("description") ?? null,
    invoice: invoiceId,
    metadata: params.metadata(),
    period: { start: period.integer("start") ?? now, end: period.integer("end") ?? now },
    price: null,
    quantity: params.integer("quantity") ?? 1,
    subscription: params.string("subscription") ?? null,
    metered: null,
  };
  emulator.store.put("invoiceitems", item);
  emulator.emit("invoiceitem.created", showInvoiceItem(emulator, item));
  return showInvoiceItem(emulator, item);
}

function checkRoom(
  emulator: Emulator,
  wanted: { invoiceId: string; customerId: string; currency: string },
): void {
  const invoice = findObject(emulator, "invoices", wanted.invoiceId);
  if (invoice.customer !== wanted.customerId) {
    throw invalidRequest("The invoice belongs to another customer.", { param: "invoice" });
  }
  if (invoice.status !== "draft") {
    throw invalidRequest("This invoice is no longer editable", {
      code: "invoice_not_editable",
      param: "invoice",
    });
  }
  if (invoice.currency !== wanted.currency) {
    throw invalidRequest("The currency of the item is not the invoice's.", { param: "currency" });
  }
  if (itemsOf(emulator, invoice.id).length >= INVOICE_ITEMS_MAX) {
    throw invalidRequest(`Invoices can have at most ${INVOICE_ITEMS_MAX} items.`, { param: "invoice" });
  }
}

function list({ emulator, params }: RouteCall): unknown {
  const invoice = params.string("invoice");
  const customer = params.string("customer");
  const pending = params.boolean("pending");
  const matching = emulator.store
    .all("invoiceitems")
    .filter(
      (item) =>
        (invoice === undefined || item.invoice === invoice) &&
        (customer === undefined || item.customer === customer) &&
        (pending === undefined || (item.invoice === null) === pending),
    );
  return listPage(matching, params, {
    url: "/v1/invoiceitems",
    show: (item) => showInvoiceItem(emulator, item),
  });
}

function remove({ emulator, id }: RouteCall): unknown {
  const item = findObject(emulator, "invoiceitems", id());
  const invoice = item.invoice === null ? undefined : emulator.store.find("invoices", item.invoice);
  if (invoice !== undefined && invoice.status !== "draft") {
    throw invalidRequest("This invoice is no longer editable", { code: "invoice_not_editable" });
  }
  emulator.store.remove("invoiceitems", item.id);
  emulator.emit("invoiceitem.deleted", showInvoiceItem(emulator, item));
  return { id: item.id, object: "invoiceitem", deleted: true };
}
