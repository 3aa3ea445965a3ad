// Closes a billing period with an invoice, and takes that back. One transaction each, so that no usage is ever on two
// invoices and none is between them.
import { describeAdjustment, listOpenAdjustments, useAdjustments } from "#billing/adjustments";
import { closePeriod, lockPeriod, reopenPeriod, type Period } from "#billing/customers";
import { lockGrants, useCredits } from "#billing/credits";
import type { PriceBook } from "#billing/prices";
import { findTerms } from "#billing/terms";
import { DAY_MS, readMeteredUsage } from "#usage/reports";
import { CloudError } from "#shared/errors";
import type { Ids } from "#shared/ids";
import { inTransaction, type Pool, type Queryable } from "#shared/postgres";
import { readAdjustments } from "./adjustments-store.ts";
import { insertBilledUsage, readBilledUsage } from "./billed-usage-store.ts";
import { drawUpInvoice, type Rounding } from "./draw-up-invoice.ts";
import { findInvoiceOfPeriod, insertInvoice, type Invoice } from "./invoices-store.ts";
import { unbilledUsage } from "./unbilled-usage.ts";

/** Late usage is billed when it is at most this much older than the period; older is an adjustment by hand. */
export const LATE_USAGE_MS = 90 * DAY_MS;
const INVOICE_ID_LENGTH = 16;

export interface PeriodClosing {
  billing: Pool;
  usage: Pool;
  ids: Ids;
  /** For accounts without terms of their own. */
  book: PriceBook;
  /** As the collector rounds. */
  rounding?: Rounding;
}

/**
 * Bills all usage before `cutMs` that is on no invoice yet. Repeating it answers with the same invoice.
 * Errors: NOT_FOUND for a period that the account does not have.
 */
export function closePeriodWithInvoice(
  closing: PeriodClosing,
  period: { accountId: string; startMs: number; cutMs: number },
): Promise<Invoice> {
  return inTransaction(closing.billing, async (client) => {
    const locked = await lockPeriod(client, period.accountId, period.startMs);
    if (locked === undefined) throw new CloudError("NOT_FOUND", "There is no such billing period.");
    const existing = await findInvoiceOfPeriod(client, period.accountId, period.startMs);
    if (existing !== undefined) return existing;
    const invoiceId = `inv-${closing.ids.short(INVOICE_ID_LENGTH)}`;
    await billUnbilled(client, closing, { locked, invoiceId, cutMs: period.cutMs });
    await closePeriod(client, locked, period.cutMs);
    const made = await findInvoiceOfPeriod(client, period.accountId, period.startMs);
    if (made === undefined) throw new Error("the invoice that was just written is not there");
    return made;
  });
}

async function billUnbilled(
  client: Queryable,
  { usage, book, rounding = "invoice" }: PeriodClosing,
  { locked, invoiceId, cutMs }: { locked: Period; invoiceId: string; cutMs: number },
): Promise<void> {
  const { accountId, startMs, endMs, usageFromMs } = locked;
  const fromMs = Math.floor((Math.min(usageFromMs, startMs) - LATE_USAGE_MS) / DAY_MS) * DAY_MS;
  // Whole days, or the current day as far as it is known: what it gains later is new in the next period.
  const range = { fromMs, toMs: Math.ceil(cutMs / DAY_MS) * DAY_MS };
  const metered = await readMeteredUsage(usage, { accountId, range });
  const billed = await readBilledUsage(client, accountId, fromMs);
  const adjusted = await readAdjustments(client, accountId, fromMs);
  const billable = unbilledUsage(metered, [...billed, ...adjusted], usageFromMs);
  const terms = await findTerms(client, { accountId, beforeMs: endMs, defaultBook: book });
  const credits = await lockGrants(client, accountId);
  const open = await listOpenAdjustments(client, accountId);
  const adjustments = open.map((one) => ({ ...one, description: describeAdjustment(one) }));
  const drawn = drawUpInvoice(terms, billable, {
    period: { startMs, endMs },
    credits,
    adjustments,
    rounding,
  });
  await insertInvoice(client, { invoiceId, accountId, startMs, endMs, drawn });
  await useAdjustments(client, { invoiceId, accountId }, drawn.adjustmentUses);
  await useCredits(client, invoiceId, drawn.creditUses);
  await insertBilledUsage(client, { invoiceId, accountId }, billable, drawn.lineOfUsage);
}

/** Undoes `closePeriodWithInvoice` unless the invoice was paid; does nothing when there is none. */
export function discardInvoice(billing: Pool, period: { accountId: string; startMs: number }): Promise<void> {
  return inTransaction(billing, async (client) => {
    const locked = await lockPeriod(client, period.accountId, period.startMs);
    const invoice = await findInvoiceOfPeriod(client, period.accountId, period.startMs);
    if (locked === undefined || invoice === undefined || invoice.state === "PAID") return;
    await client.query("delete from invoices where account_id = $1 and invoice_id = $2", [
      period.accountId,
      invoice.invoiceId,
    ]);
    await reopenPeriod(client, locked);
  });
}
