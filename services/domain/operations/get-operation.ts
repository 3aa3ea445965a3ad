// Reads operations: one of an account, and the unfinished ones of all accounts for the reconciler.
import type { Database, Transaction } from "#domain/database";
import { CloudError } from "#shared/errors";
import { UNFINISHED_STATES, type OperationRow } from "./operation.ts";

const UNFINISHED_PAGE_MAX = 500;

/** Errors: NOT_FOUND for an id that is unknown in this account, also when another account has it. */
export async function getOperation(
  tx: Transaction,
  key: { accountId: string; operationId: string },
): Promise<OperationRow> {
  const row = await tx.asyncOperation.findUnique({
    where: { accountId_id: { accountId: key.accountId, id: key.operationId } },
  });
  if (row !== null) return row;
  throw new CloudError("NOT_FOUND", "There is no asynchronous operation with this id.");
}

/** Operations with a workflow that did not end and were not touched since `untouchedSinceMs`, oldest first. */
export function listUnfinished(
  database: Database,
  options: { untouchedSinceMs: number; limit?: number },
): Promise<OperationRow[]> {
  return database.query.asyncOperation.findMany({
    where: {
      state: { in: UNFINISHED_STATES },
      workflowType: { not: "" },
      updatedAt: { lte: new Date(options.untouchedSinceMs) },
    },
    orderBy: { updatedAt: "asc" },
    take: Math.min(options.limit ?? UNFINISHED_PAGE_MAX, UNFINISHED_PAGE_MAX),
  });
}
