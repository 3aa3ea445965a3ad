// Forgets old mails, sent or not.
import type { Transaction } from "#domain/database";

const KEPT_MS = 30 * 86_400_000;

export async function sweepMails(tx: Transaction, now: number): Promise<number> {
  const { count } = await tx.mail.deleteMany({ where: { createdAt: { lt: new Date(now - KEPT_MS) } } });
  return count;
}
