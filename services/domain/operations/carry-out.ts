// Makes a change that waited and was approved, under the operation that waited: the change, the operation's next state,
// the end of the request for approval and the audit record are one transaction.
import { appendAudit } from "#domain/audit";
import type { Approved, DomainContext } from "#domain/context";
import { getOperation } from "./get-operation.ts";
import { lockAccount } from "./lock-account.ts";
import { auditOf, type Change, type Mutated, type Mutation } from "./mutation.ts";
import { checkOperationsInFlight } from "./operations-in-flight.ts";

/** Errors: those of the change; ABORTED when it was carried out before. */
export function carryOut(
  context: DomainContext,
  approved: Approved,
  mutation: Mutation,
  change: Change,
): Promise<Mutated> {
  const { accountId } = context.actor;
  const { operationId } = approved;
  return context.database.transaction(async (tx) => {
    await lockAccount(tx, accountId);
    await getOperation(tx, { accountId, operationId });
    await approved.done(tx);
    const result = await change(tx, operationId);
    if (result.workflow !== undefined) await checkOperationsInFlight(tx, accountId);
    const now = new Date(context.clock.now());
    const operation = await tx.asyncOperation.update({
      where: { accountId_id: { accountId, id: operationId } },
      data: {
        resourceId: result.resourceId,
        updatedAt: now,
        ...(result.workflow === undefined
          ? { state: "FULFILLED", finishedAt: now }
          : { workflowType: result.workflow.workflowType, workflowInput: result.workflow.input }),
      },
    });
    const entry = auditOf(mutation, result, operationId);
    await appendAudit(tx, context, { ...entry, message: `Approved by request ${approved.requestId}.` });
    return { operation, isRepeat: false };
  });
}
