// Forgets links to set a password that were not used in time.
import type { Transaction } from "#domain/database";

export async function sweepPasswordResets(tx: Transaction, now: number): Promise<number> {
  const { count } = await tx.passwordReset.deleteMany({ where: { expiresAt: { lte: new Date(now) } } });
  return count;
}
