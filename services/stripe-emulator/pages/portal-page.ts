// The customer portal, as a person sees it: cards and invoices, to look at.
import type { Emulator } from "../emulator.ts";
import { showInvoice } from "../resources/show-invoice.ts";
import { showPaymentMethod } from "../resources/payment-methods.ts";
import { escape, NOT_FOUND, page, type Page } from "./html.ts";

const CENTS = 100;

export function showPortal(emulator: Emulator, sessionId: string): Page {
  const session = emulator.store.find("portal_sessions", sessionId);
  const customer = emulator.store.find("customers", String(session?.["customer"]));
  if (session === undefined || customer === undefined) return NOT_FOUND;
  const chosen = customer.invoice_settings.default_payment_method;
  const cards = emulator.store
    .all("payment_methods")
    .filter((method) => method.customer === customer.id)
    .map((method) => {
      // It was made by the function beside it.
      const { card } = showPaymentMethod(method) as { card: { brand: string; last4: string } };
      return `${card.brand} ${card.last4}${method.id === chosen ? ", charged" : ""}`;
    });
  const invoices = emulator.store
    .all("invoices")
    .filter((invoice) => invoice.customer === customer.id && invoice.status !== "draft")
    .map((invoice) => {
      const { total } = showInvoice(emulator, invoice) as { total: number };
      return `${invoice.number ?? invoice.id}: ${(total / CENTS).toFixed(2)} ${invoice.currency.toUpperCase()}, ${invoice.status}`;
    });
  const back = escape(String(session["return_url"] ?? "/"));
  return page(
    customer.name ?? "Billing",
    `<h2>Cards</h2>${listOf(cards)}<h2>Invoices</h2>${listOf(invoices)}<p><a href="${back}">Back</a></p>`,
  );
}

function listOf(lines: readonly string[]): string {
  if (lines.length === 0) return "<p>None yet.</p>";
  return `<ul>${lines.map((line) => `<li>${escape(line)}</li>`).join("")}</ul>`;
}
