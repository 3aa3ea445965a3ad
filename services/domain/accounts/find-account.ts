// Finds the caller's account.
import type { Transaction } from "#domain/database";
import type { Account } from "#prisma";
import { CloudError } from "#shared/errors";

/** Errors: NOT_FOUND for a caller without an account, such as an operator. */
export async function findAccount(tx: Transaction, accountId: string): Promise<Account> {
  const row = await tx.account.findUnique({ where: { id: accountId } });
  if (row !== null) return row;
  throw new CloudError("NOT_FOUND", "You are not part of an account.");
}
