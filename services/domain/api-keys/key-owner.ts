// Whose keys a caller may see and change: its own, and as an administrator those of the whole account.
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { accessOfRow, checkCovers, listAccess, resourceOfScope } from "#domain/roles";
import type { ApiKey } from "#prisma";
import { CloudError } from "#shared/errors";
import type { KeyOwnerType, KeySpec } from "./api-key.ts";

/** Administrators manage principals, and with them their keys. */
const MANAGES_USERS = "cloud.user.update";
const MANAGES_SERVICE_ACCOUNTS = "cloud.serviceaccount.update";

type Owner = { ownerId: string; ownerType: string };

/** A service account of one namespace or project is also managed by whoever administers that. */
async function mayManage(tx: Transaction, context: DomainContext, owner: Owner): Promise<boolean> {
  const { actor } = context;
  if (owner.ownerId === actor.principalId) return true;
  if (owner.ownerType === "user") return actor.can(MANAGES_USERS, { wholeAccount: true });
  const row = await tx.serviceAccount.findFirst({
    where: { id: owner.ownerId, accountId: actor.accountId },
    select: { scope: true, scopeId: true },
  });
  return row !== null && actor.can(MANAGES_SERVICE_ACCOUNTS, resourceOfScope(row));
}

/** The owner a new key is for; empty means the caller. Errors: NOT_FOUND, PERMISSION_DENIED, INVALID_ARGUMENT. */
export async function checkNewOwner(
  tx: Transaction,
  context: DomainContext,
  spec: KeySpec,
): Promise<{ ownerId: string; ownerType: KeyOwnerType }> {
  const { actor } = context;
  if (spec.ownerId === "")
    return {
      ownerId: actor.principalId,
      ownerType: actor.principalType === "user" ? "user" : "service_account",
    };
  const where = { id: spec.ownerId, accountId: actor.accountId, state: { not: "DELETED" } };
  const found =
    spec.ownerType === "user"
      ? await tx.user.findFirst({ where, select: { id: true } })
      : await tx.serviceAccount.findFirst({ where, select: { id: true } });
  const owner = { ownerId: spec.ownerId, ownerType: spec.ownerType };
  if (found === null) {
    throw new CloudError("NOT_FOUND", "There is no such owner in your account.", { field: "spec.ownerId" });
  }
  return owner;
}

/**
 * Whoever makes a key acts as its owner: nobody makes one for another user, and for a service account only who manages
 * it and has all that it has (T1). Errors: PERMISSION_DENIED.
 */
export async function checkActsFor(tx: Transaction, context: DomainContext, owner: Owner): Promise<void> {
  const { actor } = context;
  if (owner.ownerId === actor.principalId) return;
  if (owner.ownerType === "user" || !(await mayManage(tx, context, owner))) {
    throw new CloudError("PERMISSION_DENIED", "You may not create API keys for this owner.");
  }
  const row = await tx.serviceAccount.findFirst({ where: { id: owner.ownerId, accountId: actor.accountId } });
  if (row === null) return;
  const given = await listAccess(tx, { accountId: actor.accountId, principalIds: [row.id] });
  await checkCovers(tx, actor, accessOfRow(row, given));
}

/** A key that the caller may manage. Errors: NOT_FOUND for all others, so that ids tell nothing. */
export async function findKey(tx: Transaction, context: DomainContext, keyId: string): Promise<ApiKey> {
  const row = await tx.apiKey.findFirst({
    where: { id: keyId, accountId: context.actor.accountId, state: "ACTIVE" },
  });
  if (row !== null && (await mayManage(tx, context, row))) return row;
  throw new CloudError("NOT_FOUND", "There is no API key with this id.");
}
