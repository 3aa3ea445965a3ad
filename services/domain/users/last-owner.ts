// An account always keeps an owner who can come in: somebody must be able to pay, and to let others in.
import type { Transaction } from "#domain/database";
import type { User } from "#prisma";
import { CloudError } from "#shared/errors";

/** Call it under the account's lock. Errors: FAILED_PRECONDITION when nobody else is an owner with a verified address. */
export async function checkNotLastOwner(tx: Transaction, user: User): Promise<void> {
  if (user.accountRole !== "owner") return;
  const others = await tx.user.count({
    where: {
      ...{ accountId: user.accountId, accountRole: "owner", state: "ACTIVE", verifiedAt: { not: null } },
      id: { not: user.id },
    },
  });
  if (others > 0) return;
  throw new CloudError(
    "FAILED_PRECONDITION",
    "This is the last owner of the account. Make somebody else an owner first, who has accepted the invitation.",
  );
}
