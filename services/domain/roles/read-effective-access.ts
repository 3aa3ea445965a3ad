// Puts a principal's effective access together from the rows of now.
import type { Resource } from "#domain/context";
import type { Transaction } from "#domain/database";
import { listAccess, type AccessByPrincipal } from "./access-store.ts";
import { customRoleContents } from "./custom-role-store.ts";
import { effectiveAccess, type EffectiveAccess, type Scope } from "./effective-access.ts";
import type { ProjectOf } from "./grant.ts";
import { NO_ACCESS_BEYOND_ROLE, type AccountRole, type PrincipalAccess } from "./role.ts";

/** A user, a service account or a group as its row says. */
export interface PrincipalRow {
  id: string;
  accountId: string;
  /** A name of ACCOUNT_ROLES. */
  accountRole: string;
  /** Of service accounts. */
  scope?: string;
  scopeId?: string;
}

export interface GroupRow extends PrincipalRow {
  displayName: string;
}

/** The active groups that a user is in, in ascending order of their ids. */
export async function groupsOf(
  tx: Transaction,
  user: { accountId: string; userId: string },
): Promise<GroupRow[]> {
  const memberships = await tx.userGroupMember.findMany({ where: user, select: { groupId: true } });
  if (memberships.length === 0) return [];
  return tx.userGroup.findMany({
    where: {
      accountId: user.accountId,
      id: { in: memberships.map(({ groupId }) => groupId) },
      state: "ACTIVE",
    },
    select: { id: true, accountId: true, accountRole: true, displayName: true },
    orderBy: { id: "asc" },
  });
}

/** The effective access of a principal in these groups. */
export async function readEffectiveAccess(
  tx: Transaction,
  principal: PrincipalRow,
  groups: readonly GroupRow[],
): Promise<EffectiveAccess> {
  const { accountId } = principal;
  const given = await listAccess(tx, { accountId, principalIds: [principal, ...groups].map(({ id }) => id) });
  const all = [...given.values()];
  const roleIds = all.flatMap(({ customRoles }) => customRoles);
  const projectIds = [
    ...all.flatMap(({ projects }) => [...projects.keys()]),
    ...(principal.scope === "project" ? [principal.scopeId ?? ""] : []),
  ];
  const [customRoles, projectOf] = await Promise.all([
    customRoleContents(tx, { accountId, roleIds }),
    projectsOfNamespaces(tx, { accountId, projectIds }),
  ]);
  return effectiveAccess({
    own: accessOfRow(principal, given),
    groups: groups.map((group) => ({
      groupId: group.id,
      displayName: group.displayName,
      access: accessOfRow(group, given),
    })),
    scope: scopeOf(principal),
    customRoles,
    projectOf,
  });
}

/** What a row of a principal was given itself. */
export function accessOfRow(row: PrincipalRow, given: AccessByPrincipal): PrincipalAccess {
  // The column holds only names of ACCOUNT_ROLES.
  return { accountRole: row.accountRole as AccountRole, ...(given.get(row.id) ?? NO_ACCESS_BEYOND_ROLE) };
}

export function scopeOf(row: PrincipalRow): Scope {
  const { scope, scopeId = "" } = row;
  const isBound = scope === "namespace" || scope === "project";
  return isBound ? { kind: scope, id: scopeId } : { kind: "account", id: "" };
}

/** What somebody must administer to manage a service account of this scope. */
export function resourceOfScope(row: { scope: string; scopeId: string }): Resource {
  if (row.scope === "namespace") return { namespace: row.scopeId };
  return row.scope === "project" ? { project: row.scopeId } : { wholeAccount: true };
}

/** The namespaces of these projects, each with its project. */
async function projectsOfNamespaces(
  tx: Transaction,
  query: { accountId: string; projectIds: readonly string[] },
): Promise<ProjectOf> {
  if (query.projectIds.length === 0) return new Map();
  const rows = await tx.namespace.findMany({
    where: { accountId: query.accountId, projectId: { in: [...query.projectIds] } },
    select: { id: true, projectId: true },
  });
  return new Map(rows.map((row) => [row.id, row.projectId]));
}
