// Consensus policies in the database. Every query names the account.
import type { Transaction } from "#domain/database";
import type { ConsensusPolicy } from "#prisma";
import { CloudError } from "#shared/errors";

/** Of an account: all of them are read for every change that could be guarded. */
export const POLICIES_MAX = 100;

export function listPolicies(tx: Transaction, accountId: string): Promise<ConsensusPolicy[]> {
  return tx.consensusPolicy.findMany({ where: { accountId }, orderBy: { id: "asc" }, take: POLICIES_MAX });
}

/** Errors: NOT_FOUND, also for one of another account. */
export async function findPolicy(
  tx: Transaction,
  key: { accountId: string; policyId: string },
): Promise<ConsensusPolicy> {
  const row = await tx.consensusPolicy.findFirst({ where: { id: key.policyId, accountId: key.accountId } });
  if (row !== null) return row;
  throw new CloudError("NOT_FOUND", "There is no consensus policy with this id.", { field: "policyId" });
}
