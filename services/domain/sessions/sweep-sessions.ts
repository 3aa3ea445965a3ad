// Forgets dead sessions, budgets of tries whose window is long over, and networks that people left.
import type { Transaction } from "#domain/database";
import { sweepNetworks } from "./known-networks.ts";

const BUDGETS_KEPT_MS = 86_400_000;

export async function sweepSessions(tx: Transaction, now: number): Promise<number> {
  const at = new Date(now);
  const [sessions, budgets, networks] = await Promise.all([
    tx.session.deleteMany({
      where: { OR: [{ idleExpiresAt: { lte: at } }, { absoluteExpiresAt: { lte: at } }] },
    }),
    tx.attemptBudget.deleteMany({ where: { windowStart: { lt: new Date(now - BUDGETS_KEPT_MS) } } }),
    sweepNetworks(tx, now),
    tx.passkeyChallenge.deleteMany({ where: { expiresAt: { lte: at } } }),
  ]);
  return sessions.count + budgets.count + networks;
}
