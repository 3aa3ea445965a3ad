// Takes a user's ways in away and gives them back, without deleting anything: sessions end, and keys are refused as long
// as it lasts. The caller touches the directory, so that the gateways know within 10 s (T2).
import type { Transaction } from "#domain/database";
import type { User } from "#prisma";
import { checkNotLastOwner } from "./last-owner.ts";

/** Under the account's lock. Errors: FAILED_PRECONDITION for the last owner. */
export async function suspendUser(
  tx: Transaction,
  { user, now }: { user: User; now: number },
): Promise<void> {
  await checkNotLastOwner(tx, user);
  const { id, accountId } = user;
  await tx.session.deleteMany({ where: { accountId, userId: id } });
  await setState(tx, user, "SUSPENDED", now);
}

export async function restoreUser(
  tx: Transaction,
  { user, now }: { user: User; now: number },
): Promise<void> {
  await setState(tx, user, "ACTIVE", now);
}

async function setState(tx: Transaction, user: User, state: string, now: number): Promise<void> {
  await tx.user.updateMany({
    where: { id: user.id, accountId: user.accountId },
    data: { state, updatedAt: new Date(now), resourceVersion: { increment: 1 } },
  });
}
