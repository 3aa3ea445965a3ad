// The steps that provisioning takes on an account's own rows, each a compare-and-set that can be repeated and undone.
import type { Database, Transaction } from "#domain/database";
import { touchDirectory } from "#domain/directory";
import { failOperation, finishOperation } from "#domain/operations";
import type { Clock } from "#shared/clock";

export interface AccountKey {
  accountId: string;
  operationId: string;
}

interface Ports {
  database: Database;
  clock: Clock;
}

/** Opens the account and its owner for use and ends the operation, all at once. */
export async function activateAccount(ports: Ports, key: AccountKey): Promise<void> {
  const now = ports.clock.now();
  await ports.database.transaction(async (tx) => {
    await setStates(tx, key, { from: "ACTIVATING", account: "ACTIVE", user: "ACTIVE", now });
    await finishOperation(tx, { ...key, now });
    await touchDirectory(tx);
  });
}

/** The undo of `activateAccount` as long as its operation has not ended. */
export async function deactivateAccount(ports: Ports, key: AccountKey): Promise<void> {
  const now = ports.clock.now();
  await ports.database.transaction(async (tx) => {
    await setStates(tx, key, { from: "ACTIVE", account: "ACTIVATING", user: "ACTIVATING", now });
    await touchDirectory(tx);
  });
}

/** Ends the provisioning without success: the owner can sign in and read why. */
export async function failAccount(ports: Ports, key: AccountKey & { reason: string }): Promise<void> {
  const now = ports.clock.now();
  await ports.database.transaction(async (tx) => {
    await setStates(tx, key, { from: "ACTIVATING", account: "ACTIVATION_FAILED", user: "ACTIVE", now });
    await failOperation(tx, { ...key, now });
  });
}

async function setStates(
  tx: Transaction,
  key: AccountKey,
  change: { from: string; account: string; user: string; now: number },
): Promise<void> {
  const { accountId, operationId: asyncOperationId } = key;
  const common = { updatedAt: new Date(change.now), resourceVersion: { increment: 1 } };
  await tx.account.updateMany({
    where: { id: accountId, asyncOperationId, state: change.from },
    data: { ...common, state: change.account },
  });
  await tx.user.updateMany({
    where: { accountId, asyncOperationId, state: change.from },
    data: { ...common, state: change.user },
  });
}
