// Finds a user of the caller's account for a change.
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import type { User } from "#prisma";
import { CloudError } from "#shared/errors";

/** Errors: NOT_FOUND for an id that is not a user of this account, whatever else it is. */
export async function findUser(
  tx: Transaction,
  context: DomainContext,
  userId: string | null | undefined,
): Promise<User> {
  const row = await tx.user.findFirst({
    where: { id: userId ?? "", accountId: context.actor.accountId },
  });
  if (row !== null) return row;
  throw new CloudError("NOT_FOUND", "There is no user with this id in your account.");
}
