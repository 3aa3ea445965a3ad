// Operations of billing for customers: what they pay by, what it costs, its proof, and how they pay.
import { getInvoiceDocument, getInvoiceLineUsage } from "#billing/invoices";
import {
  estimate,
  estimatePlanChange,
  getBilling,
  getBillingProof,
  getCredits,
  getPriceBooks,
  simulate,
} from "#billing/overview";
import { openPortal, startCheckout } from "#billing/stripe";
import type { cloudV1 } from "#contracts";
import { audited } from "./audited.ts";
import { operation, type Operation, type OperationContext } from "./operation.ts";
import { newChoice, payingCustomer } from "./payment-methods.ts";

const BILLING = "cellplane.cloud.v1.BillingService";

export const billingOperations: Operation[] = [
  operation({
    rpc: `${BILLING}/GetInvoiceLineUsage`,
    permission: "cloud.invoice.get",
    run: (context, request: cloudV1.IGetInvoiceLineUsageRequest) =>
      getInvoiceLineUsage({ billing: context.billing, accountId: context.actor.accountId }, request),
  }),
  operation({
    rpc: `${BILLING}/GetInvoiceDocument`,
    permission: "cloud.invoice.get",
    run: (context, request: cloudV1.IGetInvoiceDocumentRequest) =>
      getInvoiceDocument({ billing: context.billing, accountId: context.actor.accountId }, request),
  }),
  operation({
    rpc: `${BILLING}/GetBilling`,
    permission: "cloud.billing.get",
    run: (context) => getBilling(readerOf(context)),
  }),
  operation({
    rpc: `${BILLING}/GetCredits`,
    permission: "cloud.billing.get",
    run: (context) => getCredits(readerOf(context)),
  }),
  operation({
    rpc: `${BILLING}/GetPriceBooks`,
    permission: "cloud.billing.get",
    run: (context) => getPriceBooks(readerOf(context)),
  }),
  operation({
    rpc: `${BILLING}/SimulatePrices`,
    permission: "cloud.billing.get",
    recordsBadInput: true,
    run: (context, request: cloudV1.ISimulatePricesRequest) => simulate(readerOf(context), request),
  }),
  operation({
    rpc: `${BILLING}/EstimateCost`,
    permission: "cloud.billing.get",
    recordsBadInput: true,
    run: (context, request: cloudV1.IEstimateCostRequest) => estimate(readerOf(context), request),
  }),
  operation({
    rpc: `${BILLING}/EstimatePlanChange`,
    permission: "cloud.billing.get",
    recordsBadInput: true,
    run: (context, request: cloudV1.IEstimatePlanChangeRequest) =>
      estimatePlanChange(readerOf(context), request),
  }),
  operation({
    rpc: `${BILLING}/GetBillingProof`,
    permission: "cloud.billing.get",
    run: (context) => getBillingProof(readerOf(context)),
  }),
  operation({
    rpc: `${BILLING}/StartCheckout`,
    permission: "cloud.billing.update",
    run: (context) =>
      audited(context, changeBy("StartCheckout"), async () => {
        const setup = { ...newChoice(context), stripeCustomerId: await payingCustomer(context) };
        const { url } = await startCheckout(context, setup, returnUrl(context));
        return { url };
      }),
  }),
  operation({
    rpc: `${BILLING}/OpenBillingPortal`,
    permission: "cloud.billing.update",
    run: (context) =>
      audited(context, changeBy("OpenBillingPortal"), async () =>
        openPortal(context.stripe, await payingCustomer(context), returnUrl(context)),
      ),
  }),
];

function changeBy(name: string) {
  return { action: "cloud.billing.update", operation: name, resourceType: "billing" };
}

function readerOf({ billing, usage, pricing, actor, clock }: OperationContext) {
  return { billing, usage, pricing, accountId: actor.accountId, nowMs: clock.now() };
}

function returnUrl({ installation }: OperationContext): string {
  return `${installation.publicUrl}/billing`;
}
