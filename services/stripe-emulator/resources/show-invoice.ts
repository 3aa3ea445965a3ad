// An invoice as Stripe shows it: totals are computed from its items each time, so they cannot disagree with them.
import type { Emulator } from "../emulator.ts";
import type { Invoice, InvoiceItem } from "../state/objects.ts";
import { itemsOf, pricingOf } from "./invoice-items.ts";

const EMBEDDED_LINES = 10;

export interface InvoiceTotals {
  total: number;
  amountDue: number;
  amountRemaining: number;
}

export function totalsOf(emulator: Emulator, invoice: Invoice): InvoiceTotals {
  const items = itemsOf(emulator, invoice.id).reduce((sum, item) => sum + item.amount, 0);
  const total = items - invoice.credited;
  const amountDue = Math.max(total - notesOf(emulator, invoice).pre, 0);
  return { total, amountDue, amountRemaining: Math.max(amountDue - invoice.amount_paid, 0) };
}

/** Credit notes lower what is due before the payment, and are paid back after it. */
function notesOf(emulator: Emulator, invoice: Invoice): { pre: number; post: number } {
  const notes = { pre: 0, post: 0 };
  for (const note of emulator.store.all("credit_notes")) {
    if (note.invoice !== invoice.id) continue;
    if (note["type"] === "post_payment") notes.post += note.amount;
    else notes.pre += note.amount;
  }
  return notes;
}

export function showInvoice(emulator: Emulator, invoice: Invoice): unknown {
  const items = itemsOf(emulator, invoice.id);
  const { total, amountDue, amountRemaining } = totalsOf(emulator, invoice);
  const customer = emulator.store.find("customers", invoice.customer);
  const notes = notesOf(emulator, invoice);
  const { subscription, credited, ...stored } = invoice;
  const subtotal = total + credited;
  return {
    ...stored,
    account_country: "US",
    amount_due: amountDue,
    amount_overpaid: 0,
    amount_paid_off_stripe: 0,
    amount_remaining: amountRemaining,
    amount_shipping: 0,
    automatic_tax: showTax(invoice),
    customer_email: customer?.email ?? null,
    customer_name: customer?.name ?? null,
    customer_tax_ids: [],
    default_tax_rates: [],
    discounts: [],
    effective_at: invoice.status_transitions.finalized_at,
    ending_balance: invoice.status === "draft" ? null : 0,
    hosted_invoice_url: null,
    invoice_pdf: null,
    issuer: { type: "self" },
    lines: {
      object: "list",
      data: items.slice(0, EMBEDDED_LINES).map((item) => showLine(emulator, invoice, item)),
      has_more: items.length > EMBEDDED_LINES,
      total_count: items.length,
      url: `/v1/invoices/${invoice.id}/lines`,
    },
    livemode: false,
    parent:
      subscription === null
        ? null
        : {
            type: "subscription_details",
            quote_details: null,
            subscription_details: { metadata: {}, subscription },
          },
    payment_settings: { default_mandate: null, payment_method_options: null, payment_method_types: null },
    post_payment_credit_notes_amount: notes.post,
    pre_payment_credit_notes_amount: notes.pre,
    starting_balance: 0,
    subtotal,
    subtotal_excluding_tax: subtotal,
    total,
    total_discount_amounts: [],
    total_pretax_credit_amounts:
      credited === 0 ? [] : [{ amount: credited, type: "credit_balance_transaction" }],
    total_excluding_tax: total,
    total_taxes: [],
    webhooks_delivered_at: null,
  };
}

function showTax(invoice: Invoice): unknown {
  const enabled = invoice["is_taxed"] === true;
  return {
    disabled_reason: null,
    enabled,
    liability: null,
    provider: null,
    status: enabled ? "complete" : null,
  };
}

export function showLine(emulator: Emulator, invoice: Invoice, item: InvoiceItem): unknown {
  return {
    id: item.id.replace(/^ii_/, "il_"),
    object: "line_item",
    amount: item.amount,
    currency: item.currency,
    description: item.description,
    discount_amounts: [],
    discountable: true,
    discounts: [],
    invoice: invoice.id,
    livemode: false,
    metadata: item.metadata,
    parent: {
      type: "invoice_item_details",
      invoice_item_details: { invoice_item: item.id, proration: false, subscription: item.subscription },
      subscription_item_details: null,
    },
    period: item.period,
    pretax_credit_amounts: [],
    pricing: pricingOf(emulator, item),
    quantity: item.quantity,
    subtotal: item.amount,
    taxes: [],
  };
}
