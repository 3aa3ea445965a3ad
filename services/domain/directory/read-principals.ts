// The principals part of the directory: what each may do on running namespaces, by itself and by its groups.
import type { directoryV1 } from "#contracts";
import type { Transaction } from "#domain/database";
import {
  accessOfRow,
  allCustomRoleContents,
  dataPlaneAccess,
  effectiveAccess,
  listAllAccess,
  scopeOf,
  type GroupRow,
} from "#domain/roles";

const COLUMNS = { id: true, accountId: true, accountRole: true } as const;

/** Users and service accounts that can sign in, in ascending order of their ids within each kind. */
export async function readPrincipals(tx: Transaction): Promise<directoryV1.IPrincipal[]> {
  const where = { state: { in: ["ACTIVE", "ACTIVATING"] } };
  const scoped = { ...COLUMNS, scope: true, scopeId: true };
  const [users, serviceAccounts, groups, given, customRoles, namespaces] = await Promise.all([
    tx.user.findMany({ where, select: COLUMNS, orderBy: { id: "asc" } }),
    tx.serviceAccount.findMany({ where, select: scoped, orderBy: { id: "asc" } }),
    readGroups(tx),
    listAllAccess(tx),
    allCustomRoleContents(tx),
    readProjects(tx),
  ]);
  return [...users, ...serviceAccounts].map((principal) => {
    const access = effectiveAccess({
      own: accessOfRow(principal, given),
      groups: (groups.get(principal.id) ?? []).map((group) => ({
        groupId: group.id,
        displayName: group.displayName,
        access: accessOfRow(group, given),
      })),
      scope: scopeOf(principal),
      customRoles,
      projectOf: namespaces.projectOf,
    });
    return {
      principalId: principal.id,
      accountId: principal.accountId,
      disabled: false,
      ...dataPlaneAccess(access, namespaces.ofAccount.get(principal.accountId) ?? []),
    };
  });
}

/** The active groups of each user. */
async function readGroups(tx: Transaction): Promise<Map<string, GroupRow[]>> {
  const [groups, members] = await Promise.all([
    tx.userGroup.findMany({ where: { state: "ACTIVE" }, select: { ...COLUMNS, displayName: true } }),
    tx.userGroupMember.findMany({ select: { groupId: true, userId: true } }),
  ]);
  const byId = new Map(groups.map((group) => [group.id, group]));
  const ofUser = new Map<string, GroupRow[]>();
  for (const { groupId, userId } of members) {
    const group = byId.get(groupId);
    if (group !== undefined) ofUser.set(userId, [...(ofUser.get(userId) ?? []), group]);
  }
  return ofUser;
}

async function readProjects(
  tx: Transaction,
): Promise<{ projectOf: ReadonlyMap<string, string>; ofAccount: ReadonlyMap<string, string[]> }> {
  const rows = await tx.namespace.findMany({
    select: { id: true, accountId: true, projectId: true },
    orderBy: { id: "asc" },
  });
  const ofAccount = new Map<string, string[]>();
  for (const { id, accountId } of rows) {
    const present = ofAccount.get(accountId);
    if (present === undefined) ofAccount.set(accountId, [id]);
    else present.push(id);
  }
  return { projectOf: new Map(rows.map((row) => [row.id, row.projectId])), ofAccount };
}
