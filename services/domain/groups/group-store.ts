// Writes groups and their members, whoever asks. Callers also call `touchDirectory`: members' rights follow.
import type { Transaction } from "#domain/database";
import { dropPrincipalAccess, writePrincipalAccess, type PrincipalAccess } from "#domain/roles";
import type { UserGroup } from "#prisma";

/** cloud: its members are added here. google and scim: by the identity provider. */
export type GroupKind = "cloud" | "google" | "scim";

export interface NewGroup {
  id: string;
  accountId: string;
  displayName: string;
  kind: GroupKind;
  /** The address of a Google group, the identity provider's id of a SCIM group, empty for a cloud group. */
  externalId: string;
  access: PrincipalAccess;
  asyncOperationId: string;
  now: number;
}

export interface GroupKey {
  accountId: string;
  groupId: string;
}

/** Names and external ids are checked by the caller, under the account's lock. */
export async function insertGroup(tx: Transaction, group: NewGroup): Promise<void> {
  const { id, accountId, access, displayName, kind, externalId, asyncOperationId } = group;
  const now = new Date(group.now);
  await tx.userGroup.create({
    data: {
      ...{ id, accountId, displayName, kind, externalId, asyncOperationId, state: "ACTIVE" },
      ...{ accountRole: access.accountRole, createdAt: now, updatedAt: now },
    },
  });
  await writePrincipalAccess(tx, { accountId, principalType: "group", principalId: id }, access);
}

export async function renameGroup(
  tx: Transaction,
  group: GroupKey & { displayName: string; now: number },
): Promise<void> {
  await tx.userGroup.updateMany({
    where: { id: group.groupId, accountId: group.accountId },
    data: {
      displayName: group.displayName,
      updatedAt: new Date(group.now),
      resourceVersion: { increment: 1 },
    },
  });
}

/** No row is left: what its members had through it is gone with the transaction. */
export async function removeGroup(tx: Transaction, group: GroupKey): Promise<void> {
  const { accountId, groupId } = group;
  await tx.userGroupMember.deleteMany({ where: { accountId, groupId } });
  await dropPrincipalAccess(tx, { accountId, principalId: groupId });
  await tx.userGroup.deleteMany({ where: { id: groupId, accountId } });
}

/** Answers how many were not members before; the primary key (group, user) makes a repeat harmless. */
export async function addMembers(
  tx: Transaction,
  group: GroupKey & { userIds: readonly string[]; now: number },
): Promise<number> {
  const { accountId, groupId } = group;
  const createdAt = new Date(group.now);
  const { count } = await tx.userGroupMember.createMany({
    data: group.userIds.map((userId) => ({ accountId, groupId, userId, createdAt })),
    skipDuplicates: true,
  });
  return count;
}

/** Answers how many were members. */
export async function removeMembers(
  tx: Transaction,
  group: GroupKey & { userIds: readonly string[] },
): Promise<number> {
  const { accountId, groupId, userIds } = group;
  const { count } = await tx.userGroupMember.deleteMany({
    where: { accountId, groupId, userId: { in: [...userIds] } },
  });
  return count;
}

/** Makes exactly these users members; who stays keeps the time of joining. */
export async function replaceMembers(
  tx: Transaction,
  group: GroupKey & { userIds: readonly string[]; now: number },
): Promise<void> {
  const { accountId, groupId, userIds } = group;
  await tx.userGroupMember.deleteMany({ where: { accountId, groupId, userId: { notIn: [...userIds] } } });
  await addMembers(tx, group);
}

/** The active group of this id in the account, or null. */
export function selectGroup(tx: Transaction, group: GroupKey): Promise<UserGroup | null> {
  return tx.userGroup.findFirst({
    where: { id: group.groupId, accountId: group.accountId, state: "ACTIVE" },
  });
}
