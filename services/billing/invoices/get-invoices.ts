// GetInvoices and GetInvoice: the account's own invoices, newest first, each with its lines.
import { timestampOfMs, type cloudV1 } from "#contracts";
import { CloudError } from "#shared/errors";
import { cutPage, readPage } from "#shared/page";
import type { Pool } from "#shared/postgres";
import type { InvoiceLine } from "./draw-up-invoice.ts";
import { findInvoice, listInvoices, listLines, type Invoice } from "./invoices-store.ts";

export interface InvoiceReader {
  billing: Pool;
  accountId: string;
}

export async function getInvoices(
  { billing, accountId }: InvoiceReader,
  request: cloudV1.IGetInvoicesRequest,
): Promise<cloudV1.IGetInvoicesResponse> {
  const wanted = readPage(request);
  const rows = await listInvoices(billing, {
    accountId,
    beforeMs: wanted.after === undefined ? undefined : readPosition(wanted.after),
    limit: wanted.size + 1,
  });
  const page = cutPage(rows, wanted, (invoice) => String(invoice.periodStartMs));
  const invoices: cloudV1.IInvoice[] = [];
  for (const invoice of page.rows) {
    invoices.push(toMessage(invoice, await listLines(billing, accountId, invoice.invoiceId)));
  }
  return { invoices, nextPageToken: page.nextPageToken };
}

/** Errors: NOT_FOUND for an id that is unknown in this account, also when another account has it. */
export async function getInvoice(
  { billing, accountId }: InvoiceReader,
  request: cloudV1.IGetInvoiceRequest,
): Promise<cloudV1.IGetInvoiceResponse> {
  const invoice = await findInvoice(billing, accountId, request.invoiceId ?? "");
  if (invoice === undefined) throw new CloudError("NOT_FOUND", "There is no invoice with this id.");
  return { invoice: toMessage(invoice, await listLines(billing, accountId, invoice.invoiceId)) };
}

function toMessage(invoice: Invoice, lines: readonly InvoiceLine[]): cloudV1.IInvoice {
  return {
    invoiceId: invoice.invoiceId,
    stripeInvoiceId: invoice.stripeInvoiceId ?? "",
    state: invoice.state,
    periodStart: timestampOfMs(invoice.periodStartMs),
    periodEnd: timestampOfMs(invoice.periodEndMs),
    lines: lines.map(toLineMessage),
    totalCents: Number(invoice.totalCents),
    ...(invoice.stripeTotalCents === undefined ? {} : { stripeTotalCents: Number(invoice.stripeTotalCents) }),
    currency: invoice.currency,
    creditCents: Number(invoice.creditCents),
    priceBook: invoice.priceBook,
    ...(invoice.paidAtMs === undefined ? {} : { paidTime: timestampOfMs(invoice.paidAtMs) }),
  };
}

/** Storage is shown in whole byte-seconds, rounded down; its amount was made from byte-milliseconds. */
function toLineMessage(line: InvoiceLine): cloudV1.IInvoiceLine {
  return {
    description: line.description,
    namespace: line.namespace,
    kind: line.meter,
    quantity: String(line.meter === "actions" ? line.quantity : line.quantity / 1000n),
    amountMicros: String(line.amountMicros),
    amountCents: Number(line.amountCents),
  };
}

function readPosition(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new CloudError(
    "INVALID_ARGUMENT",
    "page_token is not one that this list gave. Start without a token.",
    {
      field: "pageToken",
    },
  );
}
