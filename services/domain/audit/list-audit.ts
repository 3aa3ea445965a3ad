// Reads an account's audit trail, newest first, page by page.
import type { Transaction } from "#domain/database";
import type { AuditRecord } from "#prisma";

export interface AuditPage {
  records: AuditRecord[];
  /** The sequence to pass as `before` for the next page; undefined on the last page. */
  next: bigint | undefined;
}

export async function listAudit(
  tx: Transaction,
  query: {
    accountId: string;
    startInclusive: Date;
    endExclusive: Date;
    pageSize: number;
    before?: bigint | undefined;
  },
): Promise<AuditPage> {
  const rows = await tx.auditRecord.findMany({
    where: {
      accountId: query.accountId,
      emittedAt: { gte: query.startInclusive, lt: query.endExclusive },
      ...(query.before === undefined ? {} : { sequence: { lt: query.before } }),
    },
    orderBy: { sequence: "desc" },
    take: query.pageSize + 1,
  });
  const records = rows.slice(0, query.pageSize);
  return { records, next: rows.length > query.pageSize ? records.at(-1)?.sequence : undefined };
}
