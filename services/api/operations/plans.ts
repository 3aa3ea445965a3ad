// The operation of an account's plan: chosen among those that the installation offers, told by mail, in the audit trail.
import { findCustomer } from "#billing/customers";
import { priceBookId } from "#billing/prices";
import { changePlan, type PlannedChange } from "#billing/terms";
import { timestampOfMs, type cloudV1 } from "#contracts";
import type { Transaction } from "#domain/database";
import { enqueueMail } from "#domain/mail";
import { mutate, toAsyncOperation } from "#domain/operations";
import { operation, type Operation, type OperationContext } from "./operation.ts";

const BILLING = "cellplane.cloud.v1.BillingService";

export const planOperations: Operation[] = [
  operation({
    rpc: `${BILLING}/ChangePlan`,
    permission: "cloud.billing.update",
    run: (context, request: cloudV1.IChangePlanRequest) => changePlanOf(context, request),
  }),
];

/** Errors: INVALID_ARGUMENT naming price_book, ABORTED while the period is being closed. */
async function changePlanOf(
  context: OperationContext,
  request: cloudV1.IChangePlanRequest,
): Promise<cloudV1.IChangePlanResponse> {
  const { accountId } = context.actor;
  const mutation = {
    action: "cloud.billing.update",
    operationType: "ChangePlan",
    operationId: request.asyncOperationId,
    request: { typeName: "cellplane.cloud.v1.ChangePlanRequest", message: request },
    resourceType: "plan",
    resourceId: accountId,
  };
  let changed: PlannedChange | undefined;
  const { operation: made } = await mutate(context, mutation, async (tx, operationId) => {
    changed = await changePlan(context, {
      ...{ accountId, nowMs: context.clock.now() },
      priceBook: request.priceBook ?? "",
      operationId,
    });
    await tell(tx, context, changed, operationId);
    return {
      resourceId: accountId,
      before: { priceBook: priceBookId(changed.terms.book) },
      after: { priceBook: priceBookId(changed.to), from: new Date(changed.effectiveMs).toISOString() },
    };
  });
  return {
    asyncOperation: toAsyncOperation(made),
    // A repeat of the same request finds its operation, not what it decided then.
    ...(changed && { atOnce: changed.isAtOnce, effectiveTime: timestampOfMs(changed.effectiveMs) }),
  };
}

/** To who is billed, whoever asked for it. */
async function tell(
  tx: Transaction,
  context: OperationContext,
  { to, effectiveMs }: PlannedChange,
  operationId: string,
): Promise<void> {
  const { accountId } = context.actor;
  const customer = await findCustomer(context.billing, accountId);
  if (customer === undefined) return;
  const plan = to.plan?.name ?? priceBookId(to);
  const day = new Date(effectiveMs).toISOString().slice(0, 10);
  await enqueueMail(tx, context, {
    accountId,
    dedupeKey: `plan/${accountId}/${operationId}`,
    to: customer.email,
    subject: `Your plan: ${plan} from ${day} on`,
    text: `The plan of your account is ${plan} from ${day} on (UTC).\n\nYour billing: ${context.installation.publicUrl}/billing\n`,
  });
}
