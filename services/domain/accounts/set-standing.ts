// Changes what an account may do because of its bills, and tells the edge: nothing is deleted, and everything is lifted
// as it was laid on. Both are compare-and-set, so a round that comes twice changes nothing.
import { appendAudit } from "#domain/audit";
import type { Database } from "#domain/database";
import { touchDirectory } from "#domain/directory";
import { systemActor } from "#domain/roles";
import type { Clock } from "#shared/clock";
import type { Ids } from "#shared/ids";

export interface Standing {
  /** Nothing of the account is served. */
  isSuspended: boolean;
  /** New work is refused, what runs goes on. */
  isPaymentOverdue: boolean;
}

interface Ports {
  database: Database;
  clock: Clock;
  ids: Ids;
}

/** Answers whether something changed. An account that is not active for another reason stays as it is. */
export async function setStanding(ports: Ports, accountId: string, standing: Standing): Promise<boolean> {
  const state = standing.isSuspended ? "SUSPENDED" : "ACTIVE";
  return change(ports, accountId, {
    where: {
      state: { in: ["ACTIVE", "SUSPENDED"] },
      OR: [{ state: { not: state } }, { isPaymentOverdue: { not: standing.isPaymentOverdue } }],
    },
    data: { state, isPaymentOverdue: standing.isPaymentOverdue },
    operation: "SetAccountStanding",
  });
}

/** Whether the account's own hard cap refuses new work. Answers whether something changed. */
export async function setOverBudget(
  ports: Ports,
  accountId: string,
  isOverBudget: boolean,
): Promise<boolean> {
  return change(ports, accountId, {
    where: { isOverBudget: { not: isOverBudget } },
    data: { isOverBudget },
    operation: "SetAccountOverBudget",
  });
}

async function change(
  ports: Ports,
  accountId: string,
  wanted: { where: object; data: Record<string, string | boolean>; operation: string },
): Promise<boolean> {
  return ports.database.transaction(async (tx) => {
    const { count } = await tx.account.updateMany({
      where: { id: accountId, ...wanted.where },
      data: {
        ...wanted.data,
        updatedAt: new Date(ports.clock.now()),
        resourceVersion: { increment: 1 },
      },
    });
    if (count === 0) return false;
    await touchDirectory(tx);
    await appendAudit(
      tx,
      { ...ports, actor: systemActor(accountId), requestId: "", remoteAddress: "" },
      {
        action: "cloud.account.update",
        operation: wanted.operation,
        status: "OK",
        resourceType: "account",
        resourceId: accountId,
        after: wanted.data,
      },
    );
    return true;
  });
}
