// The cap on unfinished operations of one account.
import type { Transaction } from "#domain/database";
import { checkQuota } from "#domain/quotas";
import { UNFINISHED_STATES } from "./operation.ts";

/** Operations end soon, and clients wait this long before they try again. */
const RETRY_AFTER_MS = 1_000;

/** Errors: RESOURCE_EXHAUSTED when the account already has as many as it may. */
export async function checkOperationsInFlight(tx: Transaction, accountId: string): Promise<void> {
  const inFlight = await tx.asyncOperation.count({
    // Those that wait for people do not keep others waiting: they have a limit of their own.
    where: { accountId, state: { in: UNFINISHED_STATES }, workflowType: { not: "" } },
  });
  await checkQuota(tx, {
    accountId,
    name: "operationsInFlightPerAccount",
    count: inFlight,
    retryAfterMs: RETRY_AFTER_MS,
  });
}
