// The life of an invoice: draft, open, then paid, void or uncollectible. The only place where its status changes.
import type { Emulator } from "../emulator.ts";
import type { Customer, Invoice } from "../state/objects.ts";
import { invalidRequest, StripeError } from "../stripe-error.ts";
import { payWithCredits } from "./credit-grants.ts";
import { findObject } from "./find.ts";
import { addPayment } from "./payments.ts";
import { isDeclined } from "./payment-methods.ts";
import { showInvoice, totalsOf } from "./show-invoice.ts";

export interface NewInvoice {
  customer: Customer;
  currency: string;
  autoAdvance: boolean;
  billingReason: string;
  created: number;
  metadata: Record<string, string>;
  description?: string | undefined;
  subscription?: string;
  period?: { start: number; end: number };
  collectionMethod?: string | undefined;
  isTaxed?: boolean | undefined;
  defaultPaymentMethod?: string | undefined;
}

/** Stripe finalises a draft that advances by itself one hour after it was made. */
const FINALIZE_AFTER_SECONDS = 3_600;

export function addInvoice(emulator: Emulator, given: NewInvoice): Invoice {
  const invoice: Invoice = {
    id: emulator.newId("in"),
    object: "invoice",
    amount_paid: 0,
    attempt_count: 0,
    attempted: false,
    auto_advance: given.autoAdvance,
    automatically_finalizes_at: given.autoAdvance ? given.created + FINALIZE_AFTER_SECONDS : null,
    billing_reason: given.billingReason,
    credited: 0,
    is_taxed: given.isTaxed ?? false,
    collection_method: given.collectionMethod ?? "charge_automatically",
    created: given.created,
    currency: given.currency,
    customer: given.customer.id,
    default_payment_method: given.defaultPaymentMethod ?? null,
    description: given.description ?? null,
    due_date: null,
    metadata: given.metadata,
    number: null,
    period_end: given.period?.end ?? given.created,
    period_start: given.period?.start ?? given.created,
    status: "draft",
    status_transitions: { finalized_at: null, marked_uncollectible_at: null, paid_at: null, voided_at: null },
    subscription: given.subscription ?? null,
    test_clock: given.customer.test_clock,
  };
  emulator.store.put("invoices", invoice);
  return invoice;
}

/** Errors: for an invoice that is not a draft. */
export function finalizeInvoice(emulator: Emulator, invoice: Invoice, now: number): Invoice {
  if (invoice.status !== "draft") {
    throw invalidRequest("This invoice is already finalized, you can't re-finalize a non-draft invoice.", {
      code: "invoice_not_editable",
    });
  }
  const customer = findObject(emulator, "customers", invoice.customer);
  const sequence = customer.next_invoice_sequence;
  emulator.store.put("customers", { ...customer, next_invoice_sequence: sequence + 1 });
  const open = change(emulator, invoice, {
    status: "open",
    credited: payWithCredits(emulator, invoice, now),
    number: `${customer.invoice_prefix}-${String(sequence).padStart(4, "0")}`,
    automatically_finalizes_at: null,
    status_transitions: { ...invoice.status_transitions, finalized_at: now },
  });
  emulator.emit("invoice.finalized", showInvoice(emulator, open));
  // Nothing to collect is paid at once.
  return totalsOf(emulator, open).amountDue === 0 ? settle(emulator, open, now) : open;
}

/**
 * Charges the invoice's payment method, or the customer's default one.
 * Errors: card_error when the charge is declined; the invoice stays open and the attempt is on record.
 */
export function payInvoice(emulator: Emulator, given: Invoice, now: number): Invoice {
  if (given.status === "paid") throw invalidRequest("Invoice is already paid");
  if (given.status === "void") throw invalidRequest("Voided invoices cannot be paid.");
  const invoice = given.status === "draft" ? finalizeInvoice(emulator, given, now) : given;
  if (invoice.status === "paid") return invoice;
  const customer = findObject(emulator, "customers", invoice.customer);
  const methodId = invoice.default_payment_method ?? customer.invoice_settings.default_payment_method;
  const attempted = change(emulator, invoice, { attempted: true, attempt_count: invoice.attempt_count + 1 });
  if (methodId === null) {
    emulator.emit("invoice.payment_failed", showInvoice(emulator, attempted));
    throw invalidRequest("Cannot charge a customer that has no active card or default payment method.", {
      code: "resource_missing",
    });
  }
  if (isDeclined(findObject(emulator, "payment_methods", methodId))) {
    emulator.emit("invoice.payment_failed", showInvoice(emulator, attempted));
    throw new StripeError(402, {
      type: "card_error",
      code: "card_declined",
      decline_code: "generic_decline",
      message: "Your card was declined.",
    });
  }
  return settle(emulator, attempted, now);
}

export function settle(emulator: Emulator, invoice: Invoice, now: number): Invoice {
  const paid = change(emulator, invoice, {
    status: "paid",
    attempted: true,
    auto_advance: false,
    amount_paid: totalsOf(emulator, invoice).amountDue,
    status_transitions: { ...invoice.status_transitions, paid_at: now },
  });
  if (paid.amount_paid > 0) addPayment(emulator, paid, now);
  emulator.emit("invoice.paid", showInvoice(emulator, paid));
  if (paid.amount_paid > 0) emulator.emit("invoice.payment_succeeded", showInvoice(emulator, paid));
  return paid;
}

/** Errors: for an invoice that is neither open nor uncollectible. */
export function voidInvoice(emulator: Emulator, invoice: Invoice, now: number): Invoice {
  if (invoice.status !== "open" && invoice.status !== "uncollectible") {
    throw invalidRequest("You can only pass in open invoices. This invoice isn't open.");
  }
  const voided = change(emulator, invoice, {
    status: "void",
    auto_advance: false,
    status_transitions: { ...invoice.status_transitions, voided_at: now },
  });
  emulator.emit("invoice.voided", showInvoice(emulator, voided));
  return voided;
}

/** What the passing of time does to drafts that advance by themselves. */
export function advanceDraft(emulator: Emulator, invoice: Invoice, now: number): void {
  const open = finalizeInvoice(emulator, invoice, now);
  if (open.status !== "open" || open.collection_method !== "charge_automatically") return;
  try {
    payInvoice(emulator, open, now);
  } catch (error) {
    // A declined charge leaves the invoice open; the failed attempt was announced.
    if (!(error instanceof StripeError)) throw error;
  }
}

function change(emulator: Emulator, invoice: Invoice, changes: Partial<Invoice>): Invoice {
  const changed = { ...invoice, ...changes };
  emulator.store.put("invoices", changed);
  return changed;
}
