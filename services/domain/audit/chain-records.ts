// Puts records at the end of an account's trail: numbered without a gap and chained by hash, one transaction's at once.
import type { Transaction } from "#domain/database";
import type { Prisma } from "#prisma";
import { FIRST_PREVIOUS_HASH, hashAuditRecord, type AuditFacts } from "./audit-hash.ts";

export type UnchainedRecord = Omit<AuditFacts, "accountId" | "sequence" | "previousHash" | "details"> & {
  details: Prisma.InputJsonObject;
};

/** Until the end of the transaction nobody else appends to this trail. Taking it twice is taking it once. */
export async function lockTrail(tx: Transaction, accountId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`audit:${accountId}`}, 0))`;
}

/** The lock makes the sequence gapless; the primary key (account, sequence) proves it. */
export async function chainRecords(
  tx: Transaction,
  accountId: string,
  records: readonly UnchainedRecord[],
): Promise<void> {
  await lockTrail(tx, accountId);
  let head = await tx.auditHead.findUnique({ where: { accountId }, select: { sequence: true, hash: true } });
  const rows: Prisma.AuditRecordCreateManyInput[] = [];
  for (const record of records) {
    const facts = {
      ...record,
      accountId,
      sequence: (head?.sequence ?? 0n) + 1n,
      previousHash: head?.hash ?? FIRST_PREVIOUS_HASH,
    };
    head = { sequence: facts.sequence, hash: hashAuditRecord(facts) };
    rows.push({ ...facts, hash: head.hash });
  }
  if (head === null || rows.length === 0) return;
  await tx.auditRecord.createMany({ data: rows });
  await tx.auditHead.upsert({ where: { accountId }, create: { accountId, ...head }, update: head });
}
