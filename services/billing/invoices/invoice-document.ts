// What stands on an invoice on paper, in order: the same for HTML and PDF. Pure.
import { CURRENCIES, formatMoney, type Currency } from "#billing/prices";
import type { InvoiceLine } from "./draw-up-invoice.ts";
import type { Invoice } from "./invoices-store.ts";

export interface InvoiceDocument {
  title: string;
  /** "Period", "1 November 2026 to 30 November 2026" ... */
  facts: { name: string; value: string }[];
  lines: { description: string; amount: string }[];
  totals: { name: string; value: string }[];
  footer: string;
}

export function invoiceDocument(
  invoice: Invoice,
  lines: readonly InvoiceLine[],
  customer: { name: string; email: string },
): InvoiceDocument {
  const currency = currencyOf(invoice.currency);
  const money = (cents: bigint): string => formatMoney(cents, currency);
  const charged = invoice.totalCents + invoice.creditCents;
  return {
    title: `Invoice ${invoice.invoiceId}`,
    facts: [
      { name: "Billed to", value: `${customer.name} (${customer.email})` },
      { name: "Account", value: invoice.accountId },
      { name: "Period", value: `${day(invoice.periodStartMs)} to ${day(invoice.periodEndMs - 1)} (UTC)` },
      { name: "State", value: invoice.state },
      { name: "Prices", value: invoice.priceBook },
    ],
    lines: lines.map((line) => ({ description: line.description, amount: money(line.amountCents) })),
    totals: [
      { name: "Charges", value: money(charged) },
      ...(invoice.creditCents === 0n ? [] : [{ name: "Credits", value: money(-invoice.creditCents) }]),
      { name: invoice.state === "PAID" ? "Paid" : "Due", value: money(invoice.totalCents) },
    ],
    footer: "Taxes, where they apply, are on the payment provider's receipt.",
  };
}

function currencyOf(text: string): Currency {
  const currency = CURRENCIES.find((each) => each === text);
  if (currency === undefined) throw new Error(`an invoice is in an unknown currency: ${text}`);
  return currency;
}

function day(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
