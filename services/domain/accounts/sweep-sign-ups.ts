// Forgets sign-ups that were never confirmed, and the used ones: the account they began lives on.
import type { Transaction } from "#domain/database";

const KEPT_AFTER_EXPIRY_MS = 86_400_000;

export async function sweepSignUps(tx: Transaction, now: number): Promise<number> {
  const { count } = await tx.signUp.deleteMany({
    where: { expiresAt: { lt: new Date(now - KEPT_AFTER_EXPIRY_MS) } },
  });
  return count;
}
