// The project that every account has from its beginning: what names no project belongs to it.
import type { Transaction } from "#domain/database";

const DISPLAY_NAME = "Default";

/** Made from the account's id, so that it is known without a look at the database. */
export function defaultProjectId(accountId: string): string {
  return `${accountId}-default`;
}

/** The primary key makes a repeat an error: call it in the transaction that makes the account. */
export async function createDefaultProject(
  tx: Transaction,
  account: { accountId: string; now: Date },
): Promise<void> {
  await tx.project.create({
    data: {
      id: defaultProjectId(account.accountId),
      accountId: account.accountId,
      displayName: DISPLAY_NAME,
      deleteProtection: true,
      state: "ACTIVE",
      createdAt: account.now,
      updatedAt: account.now,
    },
  });
}
