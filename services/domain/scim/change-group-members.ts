// Makes the members of a SCIM group those that its identity provider names. Adding gives what the group has: policies
// and the reach of the token are asked. Taking away never waits.
import type { Transaction } from "#domain/database";
import { addMembers, removeMembers } from "#domain/groups";
import { readPrincipalAccess } from "#domain/roles";
import type { UserGroup } from "#prisma";
import { checkMayManage } from "./managed-people.ts";
import { checkPolicies, type ScimContext } from "./scim-context.ts";
import { ScimRefusal } from "./scim-refusal.ts";

export interface MemberChange {
  added: string[];
  removed: string[];
}

export function memberChange(present: readonly string[], wanted: readonly string[]): MemberChange {
  const [before, after] = [new Set(present), new Set(wanted)];
  return {
    added: [...after].filter((id) => !before.has(id)),
    removed: [...before].filter((id) => !after.has(id)),
  };
}

/** Errors: ScimRefusal for who is no user of the account, PERMISSION_DENIED. */
export async function changeMembers(
  tx: Transaction,
  context: ScimContext,
  { group, added, removed }: MemberChange & { group: UserGroup },
): Promise<void> {
  if (added.length === 0 && removed.length === 0) return;
  const key = { accountId: group.accountId, groupId: group.id };
  await checkMayManage(tx, context, group);
  if (removed.length > 0) await removeMembers(tx, { ...key, userIds: removed });
  if (added.length === 0) return;
  await checkUsers(tx, group.accountId, added);
  if (await givesSomething(tx, group)) {
    const change = { operationType: "AddUserGroupMember", message: {}, resourceId: group.id };
    await checkPolicies(tx, context, change);
  }
  await addMembers(tx, { ...key, userIds: added, now: context.clock.now() });
}

async function checkUsers(tx: Transaction, accountId: string, userIds: string[]): Promise<void> {
  const rows = await tx.user.findMany({ where: { accountId, id: { in: userIds } }, select: { id: true } });
  const known = new Set(rows.map(({ id }) => id));
  const unknown = userIds.find((id) => !known.has(id));
  if (unknown !== undefined)
    throw new ScimRefusal(
      "invalidValue",
      `members: there is no user ${unknown}. Provision users before groups.`,
    );
}

async function givesSomething(tx: Transaction, group: UserGroup): Promise<boolean> {
  const access = (await readPrincipalAccess(tx, group.accountId, [group])).get(group.id);
  if (access === undefined) return true;
  const { accountRole, namespaces, projects, customRoles } = access;
  return accountRole !== "none" || namespaces.size + projects.size + customRoles.length > 0;
}
