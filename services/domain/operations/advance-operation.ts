// Moves an operation towards its end. Each step is a compare-and-set on unfinished states, so repeating it is harmless
// and a finished operation never changes.
import { appendAudit } from "#domain/audit";
import type { Transaction } from "#domain/database";
import { randomIds } from "#shared/ids";
import { UNFINISHED_STATES, type OperationState } from "./operation.ts";

export interface OperationKey {
  accountId: string;
  operationId: string;
  now: number;
}

const FAILURE_REASON_LENGTH_MAX = 1_000;

/** The workflow has begun. */
export function startOperation(tx: Transaction, key: OperationKey): Promise<boolean> {
  return advance(tx, key, "IN_PROGRESS", "");
}

export function finishOperation(tx: Transaction, key: OperationKey): Promise<boolean> {
  return advance(tx, key, "FULFILLED", "");
}

/** `reason` is shown to the customer: it says what went wrong and nothing of our insides. */
export async function failOperation(
  tx: Transaction,
  key: OperationKey & { reason: string },
): Promise<boolean> {
  const reason = key.reason.slice(0, FAILURE_REASON_LENGTH_MAX);
  const hasFailed = await advance(tx, key, "FAILED", reason);
  if (hasFailed) await recordOutcome(tx, key, reason);
  return hasFailed;
}

/** Answers whether this call changed the operation; false means that it had ended before. */
async function advance(
  tx: Transaction,
  key: OperationKey,
  state: OperationState,
  failureReason: string,
): Promise<boolean> {
  const now = new Date(key.now);
  const { count } = await tx.asyncOperation.updateMany({
    where: { accountId: key.accountId, id: key.operationId, state: { in: UNFINISHED_STATES } },
    data: { state, failureReason, updatedAt: now, finishedAt: state === "IN_PROGRESS" ? null : now },
  });
  return count === 1;
}

/** The trail has the change as it was accepted; that it did not come about is told too, once, by the same operation. */
async function recordOutcome(tx: Transaction, key: OperationKey, reason: string): Promise<void> {
  const { accountId, operationId, now } = key;
  const where = { accountId_id: { accountId, id: operationId } };
  const { operationType, resourceId } = await tx.asyncOperation.findUniqueOrThrow({ where });
  const actor = {
    accountId,
    principalType: "system",
    principalId: "system",
    principalName: "Cellplane",
  } as const;
  await appendAudit(
    tx,
    {
      actor: { ...actor, can: () => true },
      requestId: "",
      remoteAddress: "",
      clock: { now: () => now, monotonic: () => now },
      ids: randomIds,
    },
    {
      action: "cloud.operation.fail",
      operation: operationType,
      status: "FAILED",
      resourceType: "operation",
      resourceId,
      asyncOperationId: operationId,
      message: reason,
    },
  );
}
