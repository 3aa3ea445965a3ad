// Operations of invoices.
import type { cloudV1 } from "#contracts";
import { getInvoice, getInvoices, type InvoiceReader } from "#billing/invoices";
import { operation, type Operation, type OperationContext } from "./operation.ts";

const BILLING = "cellplane.cloud.v1.BillingService";

export const invoiceOperations: Operation[] = [
  operation({
    rpc: `${BILLING}/GetInvoices`,
    permission: "cloud.invoice.list",
    run: (context, request: cloudV1.IGetInvoicesRequest) => getInvoices(readerOf(context), request),
  }),
  operation({
    rpc: `${BILLING}/GetInvoice`,
    permission: "cloud.invoice.get",
    run: (context, request: cloudV1.IGetInvoiceRequest) => getInvoice(readerOf(context), request),
  }),
];

function readerOf(context: OperationContext): InvoiceReader {
  return { billing: context.billing, accountId: context.actor.accountId };
}
