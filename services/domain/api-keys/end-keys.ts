// Ends all keys of an owner that is going: dead at the API with the transaction, at the gateways within 10 s (T2).
// The caller touches the directory.
import type { Transaction } from "#domain/database";

export async function endKeysOf(
  tx: Transaction,
  owner: { accountId: string; ownerId: string; now: number },
): Promise<number> {
  const { count } = await tx.apiKey.updateMany({
    where: { accountId: owner.accountId, ownerId: owner.ownerId, state: "ACTIVE" },
    data: { state: "DELETED", updatedAt: new Date(owner.now), resourceVersion: { increment: 1 } },
  });
  return count;
}
