// The frame of every mutation that answers with an asynchronous operation: one transaction holds the change, the
// operation and the audit record; the workflow starts after the commit; a refusal is recorded too. A change that a
// consensus policy guards waits for approval instead.
import { appendAudit, recordFailure } from "#domain/audit";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { carryOut } from "./carry-out.ts";
import { createOperation, findRepeat } from "./create-operation.ts";
import { HeldBack, holdBack } from "./hold-back.ts";
import { launchOperation } from "./launch-operation.ts";
import { lockAccount } from "./lock-account.ts";
import { auditOf, proposedBy, type Change, type Mutated, type Mutation } from "./mutation.ts";
import type { OperationRow } from "./operation.ts";
import { checkOperationsInFlight } from "./operations-in-flight.ts";

/**
 * Runs `change` under the account's lock. `change` writes the row in its transitional state with `operationId` as its
 * operation in flight, and refuses by throwing CloudError. A change that a consensus policy guards is made and undone,
 * so that all its rules are asked, and its operation waits for approval.
 */
export async function mutate(context: DomainContext, mutation: Mutation, change: Change): Promise<Mutated> {
  const isChosenByClient = mutation.operationId != null && mutation.operationId !== "";
  const drawn = isChosenByClient ? String(mutation.operationId) : context.ids.uuid();
  const id = context.approved?.operationId ?? drawn;
  const mutated = await attempt(context, mutation, { id, isChosenByClient, change }).catch(
    async (error: unknown) => {
      await recordFailure(context, { ...mutation, operation: mutation.operationType }, error);
      throw error;
    },
  );
  await launch(context, mutated.operation);
  return mutated;
}

interface Attempt {
  id: string;
  isChosenByClient: boolean;
  change: Change;
}

async function attempt(context: DomainContext, mutation: Mutation, made: Attempt): Promise<Mutated> {
  if (context.approved !== undefined) return carryOut(context, context.approved, mutation, made.change);
  try {
    return await context.database.transaction((tx) => changeNow(tx, context, mutation, made));
  } catch (error) {
    if (!(error instanceof HeldBack)) throw error;
    return holdBack(context, mutation, { ...made, held: error });
  }
}

/** Errors: HeldBack when the change must wait for approval. */
async function changeNow(
  tx: Transaction,
  context: DomainContext,
  mutation: Mutation,
  { id, isChosenByClient, change }: Attempt,
): Promise<Mutated> {
  const { accountId, principalId } = context.actor;
  await lockAccount(tx, accountId);
  const repeat = isChosenByClient ? await findRepeat(tx, { ...mutation, accountId, id }) : undefined;
  if (repeat !== undefined) return { operation: repeat, isRepeat: true };
  const guard = await context.consensus?.guardOf(tx, accountId, proposedBy(mutation));
  const result = await change(tx, id);
  const requirement = guard?.(result);
  if (requirement !== undefined) throw new HeldBack(result, requirement);
  const isHeld = result.isDoneByJob === true;
  if (result.workflow !== undefined || isHeld) await checkOperationsInFlight(tx, accountId);
  const operation = await createOperation(tx, {
    accountId,
    id,
    operationType: mutation.operationType,
    request: mutation.request,
    principalId,
    now: context.clock.now(),
    resourceId: result.resourceId,
    isHeld,
    ...(result.workflow === undefined ? {} : { workflow: result.workflow }),
  });
  await appendAudit(tx, context, auditOf(mutation, result, id));
  return { operation, isRepeat: false };
}

/** A repeat starts too: it is one workflow however often it is started, and the first start may have been lost. */
async function launch(context: DomainContext, operation: OperationRow): Promise<void> {
  if (operation.workflowType === "" || operation.finishedAt !== null) return;
  try {
    await launchOperation(context.workflows, operation, context.signal);
  } catch (error) {
    // The intent is committed, so the caller gets its operation; the reconciler starts the workflow later.
    context.log.warn({ err: error, operationId: operation.id }, "workflow not started yet");
  }
}
