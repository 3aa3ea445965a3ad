// Who has access to a namespace: by its own permission, by its account role, or through a group.
import type { DomainContext } from "#domain/context";

const ADMINISTRATORS = ["owner", "admin"];

/** Ids of users; none for a namespace that is not in the caller's account. */
export async function usersOfNamespace(context: DomainContext, namespace: string): Promise<string[]> {
  const { accountId } = context.actor;
  const { query } = context.database;
  if ((await query.namespace.count({ where: { accountId, id: namespace } })) === 0) return [];
  const administrators = { accountId, accountRole: { in: ADMINISTRATORS } };
  const [accesses, users, groups] = await Promise.all([
    query.namespaceAccess.findMany({ where: { accountId, namespace }, select: { principalId: true } }),
    query.user.findMany({ where: administrators, select: { id: true } }),
    query.userGroup.findMany({ where: { ...administrators, state: "ACTIVE" }, select: { id: true } }),
  ]);
  const principals = accesses.map((row) => row.principalId);
  const members = await query.userGroupMember.findMany({
    where: { accountId, groupId: { in: [...principals, ...groups.map((row) => row.id)] } },
    select: { userId: true },
  });
  return [...new Set([...principals, ...users.map((row) => row.id), ...members.map((row) => row.userId)])];
}
