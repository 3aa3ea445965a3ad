// The frame of every mutation that answers with an asynchronous operation: one transaction holds the change, the
// operation and the audit record; the workflow starts after the commit; a refusal is recorded too.
import { appendAudit, recordFailure } from "#domain/audit";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import type { Prisma } from "#prisma";
import { createOperation, findRepeat, type OperationRequest } from "./create-operation.ts";
import { launchOperation } from "./launch-operation.ts";
import type { OperationRow } from "./operation.ts";
import { checkOperationsInFlight } from "./operations-in-flight.ts";

export interface Mutation {
  /** "cloud.namespace.create" */
  action: string;
  /** The rpc's name: "CreateNamespace". */
  operationType: string;
  /** The client's async_operation_id; empty or undefined makes a new one. */
  operationId: string | null | undefined;
  request: OperationRequest;
  resourceType: string;
  /** For the audit record of a refusal; the accepted mutation names its own. */
  resourceId?: string;
}

export interface MutationResult {
  resourceId: string;
  /** What was there and what is there now, for the audit trail, without secrets. */
  before?: Prisma.InputJsonObject;
  after?: Prisma.InputJsonObject;
  /** Without one, the change is complete with this transaction. */
  workflow?: { workflowType: string; input: Prisma.InputJsonObject };
}

export interface Mutated {
  operation: OperationRow;
  /** True when the same request had been made before: nothing was changed now. */
  isRepeat: boolean;
}

/**
 * Runs `change` under the account's lock. `change` writes the row in its transitional state with `operationId` as its
 * operation in flight, and refuses by throwing CloudError.
 */
export async function mutate(
  context: DomainContext,
  mutation: Mutation,
  change: (tx: Transaction, operationId: string) => Promise<MutationResult>,
): Promise<Mutated> {
  const { accountId } = context.actor;
  const isChosenByClient = mutation.operationId != null && mutation.operationId !== "";
  const id = isChosenByClient ? String(mutation.operationId) : context.ids.uuid();
  const mutated = await context.database
    .transaction(async (tx): Promise<Mutated> => {
      await lockAccount(tx, accountId);
      const repeat = isChosenByClient ? await findRepeat(tx, { ...mutation, accountId, id }) : undefined;
      if (repeat !== undefined) return { operation: repeat, isRepeat: true };
      const result = await change(tx, id);
      if (result.workflow !== undefined) await checkOperationsInFlight(tx, accountId);
      const operation = await createOperation(tx, {
        accountId,
        id,
        operationType: mutation.operationType,
        request: mutation.request,
        principalId: context.actor.principalId,
        now: context.clock.now(),
        resourceId: result.resourceId,
        ...(result.workflow === undefined ? {} : { workflow: result.workflow }),
      });
      await appendAudit(tx, context, {
        action: mutation.action,
        operation: mutation.operationType,
        status: "OK",
        resourceType: mutation.resourceType,
        resourceId: result.resourceId,
        asyncOperationId: id,
        ...(result.before === undefined ? {} : { before: result.before }),
        ...(result.after === undefined ? {} : { after: result.after }),
      });
      return { operation, isRepeat: false };
    })
    .catch(async (error: unknown) => {
      await recordFailure(context, { ...mutation, operation: mutation.operationType }, error);
      throw error;
    });
  await launch(context, mutated.operation);
  return mutated;
}

/** One mutation of an account at a time: limits and names are then checked and taken without a race (T9). */
async function lockAccount(tx: Transaction, accountId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`account:${accountId}`}, 0))`;
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
