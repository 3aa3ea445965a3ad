// Whose keys a caller may see and change: its own, and as an administrator those of the whole account.
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import type { ApiKey } from "#prisma";
import { CloudError } from "#shared/errors";
import type { KeyOwnerType, KeySpec } from "./api-key.ts";

/** Administrators manage principals, and with them their keys. */
const MANAGES_USERS = "cloud.user.update";
const MANAGES_SERVICE_ACCOUNTS = "cloud.serviceaccount.update";

export function mayManage(context: DomainContext, owner: { ownerId: string; ownerType: string }): boolean {
  const { actor } = context;
  if (owner.ownerId === actor.principalId) return true;
  return actor.can(owner.ownerType === "user" ? MANAGES_USERS : MANAGES_SERVICE_ACCOUNTS);
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
  // A user's key acts as that user, so nobody makes one for somebody else; service accounts have no hands of their own.
  const isForAnotherUser = spec.ownerType === "user" && spec.ownerId !== actor.principalId;
  if (isForAnotherUser || !mayManage(context, owner)) {
    throw new CloudError("PERMISSION_DENIED", "You may not create API keys for this owner.");
  }
  return owner;
}

/** A key that the caller may manage. Errors: NOT_FOUND for all others, so that ids tell nothing. */
export async function findKey(tx: Transaction, context: DomainContext, keyId: string): Promise<ApiKey> {
  const row = await tx.apiKey.findFirst({
    where: { id: keyId, accountId: context.actor.accountId, state: "ACTIVE" },
  });
  if (row !== null && mayManage(context, row)) return row;
  throw new CloudError("NOT_FOUND", "There is no API key with this id.");
}
