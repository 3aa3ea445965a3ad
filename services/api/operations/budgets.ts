// Operations of an account's budget: what it wants to spend in a month, and whom to tell.
import { budgetFrom, findBudget, toBudgetMessage, writeBudget } from "#billing/budgets";
import { findOpenPeriod } from "#billing/customers";
import type { cloudV1 } from "#contracts";
import { mutate, toAsyncOperation } from "#domain/operations";
import { CloudError } from "#shared/errors";
import { nothingToChange } from "#shared/resource-version";
import { operation, type Operation, type OperationContext } from "./operation.ts";

const BILLING = "cellplane.cloud.v1.BillingService";

export const budgetOperations: Operation[] = [
  operation({
    rpc: `${BILLING}/GetBudget`,
    permission: "cloud.billing.get",
    run: async ({ billing, actor }) => {
      const budget = await findBudget(billing, actor.accountId);
      return budget === undefined ? {} : { budget: toBudgetMessage(budget) };
    },
  }),
  operation({
    rpc: `${BILLING}/UpdateBudget`,
    permission: "cloud.billing.update",
    run: (context, request: cloudV1.IUpdateBudgetRequest) => updateBudget(context, request),
  }),
];

/** Errors: ABORTED for another version than the one that is there, FAILED_PRECONDITION for an account without billing. */
async function updateBudget(
  context: OperationContext,
  request: cloudV1.IUpdateBudgetRequest,
): Promise<cloudV1.IUpdateBudgetResponse> {
  const { billing } = context;
  const { accountId } = context.actor;
  const mutation = {
    action: "cloud.billing.update",
    operationType: "UpdateBudget",
    operationId: request.asyncOperationId,
    request: { typeName: "cellplane.cloud.v1.UpdateBudgetRequest", message: request },
    resourceType: "budget",
    resourceId: accountId,
  };
  const { operation: made } = await mutate(context, mutation, async () => {
    const { policy } = context.sinks;
    const budget = budgetFrom(accountId, request.spec, { policy, resourceVersion: request.resourceVersion });
    if ((await findOpenPeriod(billing, accountId)) === undefined) {
      throw new CloudError("FAILED_PRECONDITION", "The account is not billed yet. Try again in a minute.");
    }
    const before = await findBudget(billing, accountId);
    const spec = JSON.stringify(toBudgetMessage(budget).spec);
    if (before !== undefined && JSON.stringify(toBudgetMessage(before).spec) === spec)
      throw nothingToChange();
    if (!(await writeBudget(billing, budget))) {
      throw new CloudError("ABORTED", "The budget was changed meanwhile. Read it and try again.");
    }
    return {
      resourceId: accountId,
      after: { amountMicros: String(budget.amountMicros), isHardCap: budget.isHardCap },
    };
  });
  return { asyncOperation: toAsyncOperation(made) };
}
