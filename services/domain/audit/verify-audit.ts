// Walks an account's audit trail and names the first record that is missing, reordered or changed.
import type { Transaction } from "#domain/database";
import { FIRST_PREVIOUS_HASH, hashAuditRecord } from "./audit-hash.ts";

const PAGE_SIZE = 500;

/** `undefined` when the whole trail is sound, else the sequence of the first bad record. */
export async function verifyAudit(tx: Transaction, accountId: string): Promise<bigint | undefined> {
  let expected = { sequence: 1n, previousHash: FIRST_PREVIOUS_HASH };
  for (;;) {
    const page = await tx.auditRecord.findMany({
      where: { accountId, sequence: { gte: expected.sequence } },
      orderBy: { sequence: "asc" },
      take: PAGE_SIZE,
    });
    for (const record of page) {
      const isSound =
        record.sequence === expected.sequence &&
        record.previousHash === expected.previousHash &&
        record.hash === hashAuditRecord(record);
      if (!isSound) return expected.sequence;
      expected = { sequence: record.sequence + 1n, previousHash: record.hash };
    }
    if (page.length < PAGE_SIZE) return undefined;
  }
}
