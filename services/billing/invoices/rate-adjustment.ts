// What a corrected quantity is worth: the invoice is rated again with and without it, by the terms of its period, so that
// the invoice and its adjustments together are what the right quantities would have cost, to the cent (B1).
import type { InvoiceAdjustment } from "#billing/adjustments";
import type { PriceBook } from "#billing/prices";
import { findPriceBook } from "#billing/prices";
import { findTerms } from "#billing/terms";
import { CloudError } from "#shared/errors";
import type { Queryable } from "#shared/postgres";
import { chargedCents, isUsage } from "./adjustment-balance.ts";
import {
  drawUpInvoice,
  type BillableUsage,
  type BillingTerms,
  type InvoiceLine,
  type Rounding,
} from "./draw-up-invoice.ts";
import type { Invoice } from "./invoices-store.ts";

export interface CorrectedInvoice {
  invoice: Invoice;
  lines: readonly InvoiceLine[];
  earlier: readonly InvoiceAdjustment[];
  line: number;
  quantity: bigint;
}

/** Errors: FAILED_PRECONDITION for an invoice that the terms kept since do not make again. */
export async function quantityInCents(
  client: Queryable,
  defaultBook: PriceBook,
  corrected: CorrectedInvoice,
): Promise<bigint> {
  const { invoice, lines } = corrected;
  const found = await findTerms(client, {
    accountId: invoice.accountId,
    beforeMs: invoice.periodEndMs,
    defaultBook,
  });
  const terms = { ...found, book: findPriceBook(invoice.priceBook, "invoice_id") };
  const rounding = (["invoice", "meter"] as const).find(
    (each) => centsOf(terms, invoice, { usage: usageOf(lines, []), rounding: each }) === chargedCents(lines),
  );
  if (rounding === undefined) {
    throw new CloudError(
      "FAILED_PRECONDITION",
      "The invoice cannot be rated again as it was. Give the amount of the adjustment instead.",
    );
  }
  const change = { line: corrected.line, quantity: corrected.quantity };
  const before = usageOf(lines, corrected.earlier);
  const after = usageOf(lines, [...corrected.earlier, change]);
  return (
    centsOf(terms, invoice, { usage: after, rounding }) - centsOf(terms, invoice, { usage: before, rounding })
  );
}

type Change = Pick<InvoiceAdjustment, "line" | "quantity">;

/** The lines of usage with their quantities corrected; what is less than nothing is refused later. */
function usageOf(lines: readonly InvoiceLine[], changes: readonly Change[]): BillableUsage[] {
  return lines.flatMap((line, position) => {
    if (!isUsage(line)) return [];
    const quantity = changes.reduce(
      (sum, change) => (change.line === position ? sum + (change.quantity ?? 0n) : sum),
      line.quantity,
    );
    const { namespace, isLate, meter: kind } = line;
    return [{ namespace, isLate, kind, dayMs: 0, workflowType: "", quantity: quantity < 0n ? 0n : quantity }];
  });
}

function centsOf(
  terms: BillingTerms,
  { periodStartMs: startMs, periodEndMs: endMs }: Invoice,
  { usage, rounding }: { usage: readonly BillableUsage[]; rounding: Rounding },
): bigint {
  return drawUpInvoice(terms, usage, { period: { startMs, endMs }, credits: [], rounding }).totalCents;
}
