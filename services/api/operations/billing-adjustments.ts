// Operations that correct bills by name: closed periods, and usage that is on no invoice. For operators; accounts read
// what was made of their invoices. Each takes effect once by its operation's id, with what was there before and after.
import { adjustInvoice, applyCollected, creditInvoice, type Balance } from "#billing/invoices";
import { getInvoiceAdjustments } from "#billing/overview";
import { adjustUsage } from "#billing/proof";
import type { Collector } from "#billing/stripe";
import type { cloudV1 } from "#contracts";
import { administer, msOf, refused, wholeOf } from "./billing-admin.ts";
import { operation, type Operation, type OperationContext } from "./operation.ts";

const BILLING = "cellplane.cloud.v1.BillingService";

export const billingAdjustmentOperations: Operation[] = [
  operation({
    rpc: `${BILLING}/GetInvoiceAdjustments`,
    permission: "cloud.invoice.get",
    run: (context, request: cloudV1.IGetInvoiceAdjustmentsRequest) =>
      getInvoiceAdjustments({ billing: context.billing, accountId: context.actor.accountId }, request),
  }),
  operation({
    rpc: `${BILLING}/AdjustInvoice`,
    permission: "cloud.billingadmin.update",
    run: async (context, request: cloudV1.IAdjustInvoiceRequest) => {
      let amountCents = 0;
      const done = await administer(context, "AdjustInvoice", request, async (operationId) => {
        const { billing, pricing } = context;
        const wanted = adjustmentOf(request, operationId);
        const made = await adjustInvoice({ billing, defaultBook: pricing.defaultBook }, wanted);
        amountCents = Number(made.adjustment.amountCents);
        const { invoiceId, reason, namespace, meter } = made.adjustment;
        const { before, after } = balanceOf(made.balance);
        return { before, after: { ...after, invoiceId, reason, namespace, meter, amountCents } };
      });
      return { amountCents, asyncOperation: done.asyncOperation };
    },
  }),
  operation({
    rpc: `${BILLING}/AdjustUsage`,
    permission: "cloud.billingadmin.update",
    run: async (context, request: cloudV1.IAdjustUsageRequest) => {
      const { asyncOperation } = await administer(context, "AdjustUsage", request, async (operationId) => {
        const adjustment = {
          adjustmentId: operationId,
          accountId: request.accountId ?? "",
          namespace: request.namespace ?? "",
          dayMs: msOf(request.day, "day") ?? NaN,
          kind: request.kind ?? "",
          workflowType: request.workflowType ?? "",
          quantity: quantityOf(request.quantity ?? "", /^\d{1,30}$/),
          reason: request.reason ?? "",
        };
        const left = await adjustUsage(context, adjustment);
        const unbilled = String(left - adjustment.quantity);
        return {
          before: { unbilled: String(left) },
          after: { ...adjustment, quantity: String(adjustment.quantity), unbilled },
        };
      });
      return { asyncOperation };
    },
  }),
  operation({
    rpc: `${BILLING}/CreditInvoice`,
    permission: "cloud.billingadmin.update",
    run: async (context, request: cloudV1.ICreditInvoiceRequest) => {
      const { asyncOperation } = await administer(context, "CreditInvoice", request, (operationId) =>
        lowerInvoice(context, request, operationId),
      );
      return { asyncOperation };
    },
  }),
];

async function lowerInvoice(
  { billing, collector }: OperationContext,
  request: cloudV1.ICreditInvoiceRequest,
  noteId: string,
) {
  const note = {
    noteId,
    accountId: request.accountId ?? "",
    invoiceId: request.invoiceId ?? "",
    cents: wholeOf(request.amountCents, "amount_cents"),
    reason: request.reason ?? "",
  };
  const makeNote: Collector["credit"] = async (stripeInvoiceId, made) => {
    await collector.credit(stripeInvoiceId, made);
    lowered = stripeInvoiceId;
  };
  let lowered: string | undefined;
  const { before, after } = balanceOf(await creditInvoice({ billing, makeNote }, note));
  // One that was lowered to nothing is paid.
  if (lowered !== undefined) await applyCollected(billing, await collector.read(lowered));
  const { invoiceId, reason } = note;
  return { before, after: { ...after, invoiceId, cents: Number(note.cents), reason } };
}

function adjustmentOf(request: cloudV1.IAdjustInvoiceRequest, adjustmentId: string) {
  const { quantity, amountCents } = request;
  return {
    adjustmentId,
    accountId: request.accountId ?? "",
    invoiceId: request.invoiceId ?? "",
    line: request.line?.value ?? undefined,
    quantity: quantity == null || quantity === "" ? undefined : quantityOf(quantity, /^-?\d{1,30}$/),
    amountCents: amountCents == null ? undefined : wholeOf(amountCents.value, "amount_cents"),
    reason: request.reason ?? "",
  };
}

/** What was left of the invoice and its line before, and what is left now. */
function balanceOf(balance: Balance) {
  const side = (cents: bigint, lineCents: bigint | undefined, quantity: bigint | undefined) => ({
    invoiceCents: Number(cents),
    ...(lineCents === undefined ? {} : { lineCents: Number(lineCents) }),
    ...(quantity === undefined ? {} : { lineQuantity: String(quantity) }),
  });
  return {
    before: side(balance.beforeCents, balance.lineBeforeCents, balance.quantityBefore),
    after: side(balance.afterCents, balance.lineAfterCents, balance.quantityAfter),
  };
}

function quantityOf(text: string, form: RegExp): bigint {
  if (form.test(text)) return BigInt(text);
  throw refused("quantity", "must be a whole number in decimal");
}
