// Forgets keys long after their end, so that keys made for minutes do not pile up. Until then their use is recognised
// and audited.
import type { Transaction } from "#domain/database";

const KEPT_AFTER_EXPIRY_MS = 30 * 86_400_000;

export async function sweepApiKeys(tx: Transaction, now: number): Promise<number> {
  const { count } = await tx.apiKey.deleteMany({
    where: { expiresAt: { lt: new Date(now - KEPT_AFTER_EXPIRY_MS) } },
  });
  return count;
}
