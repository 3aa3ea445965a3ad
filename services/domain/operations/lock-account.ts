// One mutation of an account at a time: limits and names are then checked and taken without a race (T9).
import type { Transaction } from "#domain/database";

export async function lockAccount(tx: Transaction, accountId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`account:${accountId}`}, 0))`;
}
