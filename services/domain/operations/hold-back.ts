// A change that has to wait for approval: it was made and undone, and only its operation and the request for approval
// are kept. The operation stays PENDING until people decide.
import assert from "node:assert/strict";
import { appendAudit } from "#domain/audit";
import type { Requirement } from "#domain/consensus";
import type { DomainContext } from "#domain/context";
import { randomIds } from "#shared/ids";
import { createOperation, findRepeat } from "./create-operation.ts";
import { lockAccount } from "./lock-account.ts";
import { proposedBy, type Mutated, type Mutation, type MutationResult } from "./mutation.ts";

/** Thrown to undo the change. It never leaves this folder. */
export class HeldBack extends Error {
  readonly result: MutationResult;
  readonly requirement: Requirement;

  constructor(result: MutationResult, requirement: Requirement) {
    super("held back for approval");
    this.result = result;
    this.requirement = requirement;
  }
}

/** Errors: FAILED_PRECONDITION when the same request waits already, RESOURCE_EXHAUSTED when too many do. */
export function holdBack(
  context: DomainContext,
  mutation: Mutation,
  { id, isChosenByClient, held }: { id: string; isChosenByClient: boolean; held: HeldBack },
): Promise<Mutated> {
  const { consensus } = context;
  assert(consensus !== undefined, "only a consensus policy holds a change back");
  const { accountId, principalId } = context.actor;
  const { resourceId } = held.result;
  return context.database.transaction(async (tx) => {
    await lockAccount(tx, accountId);
    // Two repeats of one request may both have come this far.
    const repeat = isChosenByClient ? await findRepeat(tx, { ...mutation, accountId, id }) : undefined;
    if (repeat !== undefined) return { operation: repeat, isRepeat: true };
    const operation = await createOperation(tx, {
      ...{ accountId, id, principalId, resourceId, isHeld: true },
      operationType: mutation.operationType,
      request: mutation.request,
      now: context.clock.now(),
    });
    await consensus.ask(tx, context, {
      operationId: id,
      requestHash: operation.requestHash,
      change: { ...proposedBy(mutation), resourceId },
      requirement: held.requirement,
    });
    // The ids of the context are kept for when the change is carried out.
    await appendAudit(
      tx,
      { ...context, ids: randomIds },
      {
        action: mutation.action,
        operation: mutation.operationType,
        status: "PENDING_APPROVAL",
        resourceType: mutation.resourceType,
        resourceId,
        asyncOperationId: id,
        after: {
          policies: held.requirement.rules.map((rule) => rule.policyId),
          reason: context.reason ?? "",
        },
      },
    );
    return { operation, isRepeat: false };
  });
}
