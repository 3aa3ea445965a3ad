// Operations of invoices.
import type { cloudV1 } from "#contracts";
import { payInvoice } from "#billing/collecting";
import { getInvoice, getInvoices, type InvoiceReader } from "#billing/invoices";
import { mutate, toAsyncOperation } from "#domain/operations";
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
  operation({
    rpc: `${BILLING}/PayInvoice`,
    permission: "cloud.billing.update",
    run: (context, request: cloudV1.IPayInvoiceRequest) => pay(context, request),
  }),
];

async function pay(
  context: OperationContext,
  request: cloudV1.IPayInvoiceRequest,
): Promise<cloudV1.IPayInvoiceResponse> {
  const { accountId } = context.actor;
  const invoiceId = request.invoiceId ?? "";
  const mutation = {
    action: "cloud.billing.update",
    operationType: "PayInvoice",
    operationId: request.asyncOperationId,
    request: { typeName: "cellplane.cloud.v1.PayInvoiceRequest", message: request },
    resourceType: "invoice",
    resourceId: invoiceId,
  };
  let state = "";
  const { operation: made } = await mutate(context, mutation, async () => {
    const paid = await payInvoice(context, { accountId, invoiceId });
    state = paid.state;
    return { resourceId: invoiceId, after: { state, totalCents: Number(paid.totalCents) } };
  });
  return { state, asyncOperation: toAsyncOperation(made) };
}

function readerOf(context: OperationContext): InvoiceReader {
  return { billing: context.billing, accountId: context.actor.accountId };
}
