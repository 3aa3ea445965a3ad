// GetInvoiceDocument: an invoice as HTML or PDF.
import { findCustomer } from "#billing/customers";
import type { cloudV1 } from "#contracts";
import { CloudError } from "#shared/errors";
import type { InvoiceReader } from "./get-invoices.ts";
import { invoiceDocument } from "./invoice-document.ts";
import { findInvoice, listLines } from "./invoices-store.ts";
import { renderHtml } from "./render-html.ts";
import { renderPdf } from "./render-pdf.ts";

const FORMATS = ["html", "pdf"];

/** Errors: INVALID_ARGUMENT for another format; NOT_FOUND for an id that is unknown in this account. */
export async function getInvoiceDocument(
  { billing, accountId }: InvoiceReader,
  request: cloudV1.IGetInvoiceDocumentRequest,
): Promise<cloudV1.IGetInvoiceDocumentResponse> {
  const format = request.format === undefined || request.format === "" ? "html" : request.format;
  if (format === null || !FORMATS.includes(format)) {
    throw new CloudError("INVALID_ARGUMENT", `format must be one of ${FORMATS.join(", ")}.`, {
      field: "format",
    });
  }
  const invoice = await findInvoice(billing, accountId, request.invoiceId ?? "");
  if (invoice === undefined) throw new CloudError("NOT_FOUND", "There is no invoice with this id.");
  const customer = await findCustomer(billing, accountId);
  const document = invoiceDocument(invoice, await listLines(billing, accountId, invoice.invoiceId), {
    name: customer?.name ?? accountId,
    email: customer?.email ?? "",
  });
  const fileName = `${invoice.invoiceId}.${format}`;
  return format === "html"
    ? { fileName, contentType: "text/html; charset=utf-8", content: Buffer.from(renderHtml(document)) }
    : { fileName, contentType: "application/pdf", content: await renderPdf(document, invoice.createdAtMs) };
}
