// Begins the provisioning of accounts again whose first one failed: their owners have no request of their own for it,
// and what failed (Stripe, most often) mends without them. A new operation each time; the old one keeps its reason.
import { appendAudit } from "#domain/audit";
import type { Database, Transaction } from "#domain/database";
import { createOperation } from "#domain/operations";
import { systemActor } from "#domain/roles";
import type { Account } from "#prisma";
import type { Clock } from "#shared/clock";
import type { Ids } from "#shared/ids";

const RETRY_AFTER_MS = 3_600_000;
const ACCOUNTS_PER_ROUND_MAX = 100;

interface Ports {
  database: Database;
  clock: Clock;
  ids: Ids;
}

/** Answers how many were begun. Their workflows are started with those of other operations that have not begun. */
export async function retryActivations(ports: Ports): Promise<number> {
  const failed = await ports.database.query.account.findMany({
    where: { state: "ACTIVATION_FAILED", updatedAt: { lt: new Date(ports.clock.now() - RETRY_AFTER_MS) } },
    orderBy: { updatedAt: "asc" },
    take: ACCOUNTS_PER_ROUND_MAX,
  });
  let begun = 0;
  for (const account of failed) {
    if (await ports.database.transaction((tx) => retry(tx, ports, account))) begun += 1;
  }
  return begun;
}

/** Compare-and-set on the failed operation: of two rounds at once, one begins. */
async function retry(tx: Transaction, ports: Ports, account: Account): Promise<boolean> {
  const { id: accountId, asyncOperationId: failedOperationId } = account;
  const owner = await tx.user.findFirst({ where: { accountId, asyncOperationId: failedOperationId } });
  if (owner === null) return false;
  const operationId = ports.ids.uuid();
  const change = {
    state: "ACTIVATING",
    asyncOperationId: operationId,
    updatedAt: new Date(ports.clock.now()),
    resourceVersion: { increment: 1 },
  };
  const { count } = await tx.account.updateMany({
    where: { id: accountId, state: "ACTIVATION_FAILED", asyncOperationId: failedOperationId },
    data: change,
  });
  if (count === 0) return false;
  await tx.user.updateMany({
    where: { id: owner.id, accountId, asyncOperationId: failedOperationId },
    data: change,
  });
  await createOperation(tx, {
    accountId,
    id: operationId,
    operationType: "CreateAccount",
    request: { typeName: "cellplane.cloud.v1.VerifyEmailRequest", message: {} },
    principalId: owner.id,
    now: ports.clock.now(),
    resourceId: accountId,
    workflow: {
      workflowType: "provisionAccount",
      input: { userId: owner.id, email: owner.email, accountName: account.name },
    },
  });
  await appendAudit(
    tx,
    { ...ports, actor: systemActor(accountId), requestId: "", remoteAddress: "" },
    {
      action: "cloud.account.create",
      operation: "CreateAccount",
      status: "OK",
      resourceType: "account",
      resourceId: accountId,
      asyncOperationId: operationId,
      before: { failedOperationId },
    },
  );
  return true;
}
