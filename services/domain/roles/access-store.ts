// Reads and writes what principals are given: permissions on namespaces, roles on projects, custom roles. The account
// role is in the principal's own row. Callers of what writes also call `touchDirectory`.
import type { Transaction } from "#domain/database";
import type { AccessBeyondRole, NamespacePermission, PrincipalType, ProjectRole } from "./role.ts";

/** A principal that access can be given to, in its account. */
export interface PrincipalRef {
  accountId: string;
  principalType: PrincipalType;
  principalId: string;
}

/** By principal id. */
export type AccessByPrincipal = ReadonlyMap<string, AccessBeyondRole>;

/** What several principals of one account were given. A principal that is not in the answer was given nothing. */
export function listAccess(
  tx: Transaction,
  query: { accountId: string; principalIds: readonly string[] },
): Promise<AccessByPrincipal> {
  return readRows(tx, { accountId: query.accountId, principalId: { in: [...query.principalIds] } });
}

/** What every principal of every account was given: for the directory. */
export function listAllAccess(tx: Transaction): Promise<AccessByPrincipal> {
  return readRows(tx, {});
}

async function readRows(
  tx: Transaction,
  where: { accountId?: string; principalId?: { in: string[] } },
): Promise<AccessByPrincipal> {
  const [namespaces, projects, customRoles] = await Promise.all([
    tx.namespaceAccess.findMany({ where, orderBy: [{ principalId: "asc" }, { namespace: "asc" }] }),
    tx.projectAccess.findMany({ where, orderBy: [{ principalId: "asc" }, { projectId: "asc" }] }),
    tx.customRoleAssignment.findMany({ where, orderBy: [{ principalId: "asc" }, { customRoleId: "asc" }] }),
  ]);
  const found = new Map<string, Gathered>();
  // The columns hold only what this file writes.
  for (const row of namespaces)
    gathered(found, row).namespaces.set(row.namespace, row.permission as NamespacePermission);
  for (const row of projects) gathered(found, row).projects.set(row.projectId, row.role as ProjectRole);
  for (const row of customRoles) gathered(found, row).customRoles.push(row.customRoleId);
  return found;
}

interface Gathered extends AccessBeyondRole {
  namespaces: Map<string, NamespacePermission>;
  projects: Map<string, ProjectRole>;
  customRoles: string[];
}

function gathered(found: Map<string, Gathered>, { principalId }: { principalId: string }): Gathered {
  const present = found.get(principalId) ?? { namespaces: new Map(), projects: new Map(), customRoles: [] };
  found.set(principalId, present);
  return present;
}

/** Gives one permission; the primary key (principal, namespace) makes a repeat harmless. */
export async function grantNamespaceAccess(
  tx: Transaction,
  grant: PrincipalRef & { namespace: string; permission: NamespacePermission },
): Promise<void> {
  const { principalId, namespace, permission } = grant;
  await tx.namespaceAccess.upsert({
    where: { principalId_namespace: { principalId, namespace } },
    create: grant,
    update: { permission },
  });
}

/** Forgets a deleted namespace's permissions. */
export async function dropNamespaceAccess(
  tx: Transaction,
  namespace: { accountId: string; namespace: string },
): Promise<void> {
  await tx.namespaceAccess.deleteMany({ where: namespace });
}

/** Forgets a deleted project's roles. */
export async function dropProjectAccess(
  tx: Transaction,
  project: { accountId: string; projectId: string },
): Promise<void> {
  await tx.projectAccess.deleteMany({ where: project });
}
