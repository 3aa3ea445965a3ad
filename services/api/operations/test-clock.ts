// Ends the open billing period of an account with a test clock at once: an asynchronous operation like any other.
import { findCustomer, findOpenPeriod } from "#billing/customers";
import type { cloudV1 } from "#contracts";
import { mutate, toAsyncOperation } from "#domain/operations";
import { CloudError } from "#shared/errors";
import { operation, type Operation, type OperationContext } from "./operation.ts";

const BILLING = "cellplane.cloud.v1.BillingService";

export const testClockOperations: Operation[] = [
  operation({
    rpc: `${BILLING}/AdvanceTestClock`,
    permission: "cloud.testclock.advance",
    run: (context, request: cloudV1.IAdvanceTestClockRequest) => advanceTestClock(context, request),
  }),
];

/** Errors: FAILED_PRECONDITION for an account without a test clock or without an open period. */
async function advanceTestClock(
  context: OperationContext,
  request: cloudV1.IAdvanceTestClockRequest,
): Promise<cloudV1.IAdvanceTestClockResponse> {
  const mutation = {
    action: "cloud.testclock.advance",
    operationType: "AdvanceTestClock",
    operationId: request.asyncOperationId,
    request: { typeName: "cellplane.cloud.v1.AdvanceTestClockRequest", message: request },
    resourceType: "billing_period",
  };
  const { operation: made } = await mutate(context, mutation, async () => {
    const period = await openPeriodWithClock(context);
    return {
      resourceId: new Date(period.startMs).toISOString(),
      workflow: {
        workflowType: "closeBillingPeriod",
        input: {
          periodStartMs: period.startMs,
          periodEndMs: period.endMs,
          // The clock at Stripe jumps; the work was done in real time, so all of it until now is billed.
          cutMs: context.clock.now(),
        },
      },
    };
  });
  return { asyncOperation: toAsyncOperation(made) };
}

async function openPeriodWithClock({ billing, actor }: OperationContext) {
  const customer = await findCustomer(billing, actor.accountId);
  if (customer?.stripeTestClockId === undefined) {
    throw new CloudError(
      "FAILED_PRECONDITION",
      "This account has no test clock: its periods end with the month.",
    );
  }
  const period = await findOpenPeriod(billing, actor.accountId);
  if (period !== undefined) return period;
  throw new CloudError("FAILED_PRECONDITION", "This account has no open billing period.");
}
