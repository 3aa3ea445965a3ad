// Removes reports that nobody fetches any more: they can be asked for again.
import type { Transaction } from "#domain/database";

const KEPT_MS = 30 * 86_400_000;
const SWEPT_MAX = 1_000;

export async function sweepBillingReports(tx: Transaction, now: number): Promise<number> {
  const old = await tx.billingReport.findMany({
    where: { state: { not: "IN_PROGRESS" }, requestedAt: { lt: new Date(now - KEPT_MS) } },
    select: { id: true },
    take: SWEPT_MAX,
  });
  const { count } = await tx.billingReport.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
  return count;
}
