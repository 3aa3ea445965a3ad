// GetInvoiceLineUsage: what stands on an invoice or one line of it, down to namespace, day, workflow type and action kind.
import { timestampOfMs, type cloudV1 } from "#contracts";
import { CloudError } from "#shared/errors";
import { cutPage, readPage } from "#shared/page";
import { listUsageOfLine } from "./billed-usage-store.ts";
import type { InvoiceReader } from "./get-invoices.ts";
import { findInvoice, listLines } from "./invoices-store.ts";

/** Errors: NOT_FOUND for an invoice or a line that this account does not have. */
export async function getInvoiceLineUsage(
  { billing, accountId }: InvoiceReader,
  request: cloudV1.IGetInvoiceLineUsageRequest,
): Promise<cloudV1.IGetInvoiceLineUsageResponse> {
  const line = request.line?.value ?? undefined;
  const invoice = await findInvoice(billing, accountId, request.invoiceId ?? "");
  if (invoice === undefined) throw new CloudError("NOT_FOUND", "There is no invoice with this id.");
  const lines = line === undefined ? [] : await listLines(billing, accountId, invoice.invoiceId);
  if (line !== undefined && lines[line] === undefined) {
    throw new CloudError("NOT_FOUND", "The invoice has no line of this number.");
  }
  const wanted = readPage(request);
  const offset = wanted.after === undefined ? 0 : readOffset(wanted.after);
  const rows = await listUsageOfLine(billing, {
    accountId,
    invoiceId: invoice.invoiceId,
    line,
    offset,
    limit: wanted.size + 1,
  });
  // What is on an invoice does not change, so a position in it stays right.
  const page = cutPage(rows, wanted, () => String(offset + wanted.size));
  return {
    usage: page.rows.map((row) => ({
      namespace: row.namespace,
      day: timestampOfMs(row.dayMs),
      kind: row.kind,
      workflowType: row.workflowType,
      quantity: String(row.kind.endsWith("_storage") ? row.quantity / 1000n : row.quantity),
    })),
    nextPageToken: page.nextPageToken,
  };
}

function readOffset(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new CloudError(
    "INVALID_ARGUMENT",
    "page_token is not one that this list gave. Start without a token.",
    {
      field: "pageToken",
    },
  );
}
