// Operations of what is owed, for operators: waiting for a debtor, and comparing with the payment provider now.
import { findCustomer } from "#billing/customers";
import { holdDunning } from "#billing/dunning";
import { getBillingAlerts } from "#billing/overview";
import { reconcileInvoices, type Reconciled } from "#billing/reconciliation";
import type { cloudV1 } from "#contracts";
import { administer, msOf, refused } from "./billing-admin.ts";
import { operation, type Operation, type OperationContext } from "./operation.ts";

const BILLING = "cellplane.cloud.v1.BillingService";
const DAY_MS = 86_400_000;
/** As the daily job. */
const RECONCILED_MS = 62 * DAY_MS;
const HOLD_MAX_MS = 366 * DAY_MS;

export const billingCollectionOperations: Operation[] = [
  operation({
    rpc: `${BILLING}/HoldDunning`,
    permission: "cloud.billingadmin.update",
    run: async (context, request: cloudV1.IHoldDunningRequest) => {
      const { asyncOperation } = await administer(context, "HoldDunning", request, async () => {
        const accountId = await billed(context, request.accountId);
        const reason = request.reason ?? "";
        if (reason.trim() === "") throw refused("reason", "must say why the debt is waited for");
        const now = context.clock.now();
        const untilMs = msOf(request.until, "until");
        if (untilMs !== undefined && !(untilMs > now && untilMs <= now + HOLD_MAX_MS)) {
          throw refused("until", "must be within a year from now");
        }
        await holdDunning(context.billing, { accountId, untilMs: untilMs ?? now, reason });
        return { after: { accountId, until: new Date(untilMs ?? now).toISOString(), reason } };
      });
      return { asyncOperation };
    },
  }),
  operation({
    rpc: `${BILLING}/ReconcileInvoices`,
    permission: "cloud.billingadmin.update",
    run: async (context, request: cloudV1.IReconcileInvoicesRequest) => {
      let compared: Reconciled = { invoices: 0, differences: 0 };
      const { asyncOperation } = await administer(context, "ReconcileInvoices", request, async () => {
        const accountId = await billed(context, request.accountId);
        const sinceMs = context.clock.now() - RECONCILED_MS;
        compared = await reconcileInvoices(context, { accountId, sinceMs, signal: context.signal });
        return { after: { ...compared } };
      });
      return { ...compared, asyncOperation };
    },
  }),
  operation({
    rpc: `${BILLING}/GetBillingAlerts`,
    permission: "cloud.billingadmin.get",
    run: ({ billing }) => getBillingAlerts(billing),
  }),
];

async function billed({ billing }: OperationContext, accountId: string | null | undefined): Promise<string> {
  const customer = await findCustomer(billing, accountId ?? "");
  if (customer === undefined) throw refused("account_id", "must be a billed account's");
  return customer.accountId;
}
