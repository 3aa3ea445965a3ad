// The cap on unfinished operations of one account.
import type { Transaction } from "#domain/database";
import { CloudError } from "#shared/errors";
import { UNFINISHED_STATES } from "./operation.ts";

export const OPERATIONS_IN_FLIGHT_MAX = 10;

/** Errors: RESOURCE_EXHAUSTED, which clients answer with a retry, when the account already has the most it may. */
export async function checkOperationsInFlight(tx: Transaction, accountId: string): Promise<void> {
  const inFlight = await tx.asyncOperation.count({
    where: { accountId, state: { in: UNFINISHED_STATES } },
  });
  if (inFlight < OPERATIONS_IN_FLIGHT_MAX) return;
  throw new CloudError(
    "RESOURCE_EXHAUSTED",
    `The account has ${OPERATIONS_IN_FLIGHT_MAX} asynchronous operations in flight. Wait for one to finish.`,
    { retryAfterMs: 1_000 },
  );
}
