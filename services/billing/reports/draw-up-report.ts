// Draws up the file of a billing report: months one after the other, up to the last hour that is complete.
import { findInvoiceOfPeriod, listLines } from "#billing/invoices";
import type { PriceBook } from "#billing/prices";
import { findTerms } from "#billing/terms";
import { CloudError } from "#shared/errors";
import type { Pool } from "#shared/postgres";
import { HOUR_MS, readFinalUntil, type TimeRange } from "#usage/reports";
import { chargesCsv, type BilledMonth } from "./charges-csv.ts";
import { readCharges, type ReportGranularity } from "./read-charges.ts";

export interface ReportSources {
  usage: Pool;
  billing: Pool;
  /** For accounts without terms of their own. */
  book: PriceBook;
}

const FILE_BYTES_MAX = 64_000_000;
const MONTHS_MAX = 12;

/** `range` is whole months in UTC. Errors: OUT_OF_RANGE when the file would be too large. */
export async function drawUpReport(
  sources: ReportSources,
  report: {
    accountId: string;
    accountName: string;
    range: TimeRange;
    granularity: ReportGranularity;
    now: number;
  },
): Promise<Uint8Array> {
  const { accountId, accountName, granularity } = report;
  const finalUntil = (await readFinalUntil(sources.usage)) ?? report.now;
  const completeUntil = Math.floor(Math.min(finalUntil, report.now) / HOUR_MS) * HOUR_MS;
  const months: BilledMonth[] = [];
  const invoiceIds = new Map<number, string>();
  for (const month of monthsOf(report.range)) {
    const known = { fromMs: month.fromMs, toMs: Math.max(month.fromMs, Math.min(month.toMs, completeUntil)) };
    const terms = await findTerms(sources.billing, {
      accountId,
      beforeMs: month.toMs,
      defaultBook: sources.book,
    });
    const charges = await readCharges(
      { usage: sources.usage, terms },
      { accountId, month: known, calendarMonth: month, granularity },
    );
    const invoice = await findInvoiceOfPeriod(sources.billing, accountId, month.fromMs);
    const lines = invoice === undefined ? [] : await listLines(sources.billing, accountId, invoice.invoiceId);
    const adjustments = lines.filter(({ meter }) => meter === "adjustment");
    months.push({ ...month, charges, adjustments, book: terms.book });
    if (invoice !== undefined) invoiceIds.set(month.fromMs, invoice.invoiceId);
  }
  const file = Buffer.from(chargesCsv({ accountId, accountName, invoiceIds }, months));
  if (file.length <= FILE_BYTES_MAX) return file;
  throw new CloudError(
    "OUT_OF_RANGE",
    "The report would be too large. Ask for fewer months or a coarser one.",
  );
}

function monthsOf(range: TimeRange): TimeRange[] {
  const months: TimeRange[] = [];
  for (let fromMs = range.fromMs; fromMs < range.toMs && months.length < MONTHS_MAX;) {
    const start = new Date(fromMs);
    const toMs = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1);
    months.push({ fromMs, toMs });
    fromMs = toMs;
  }
  return months;
}
