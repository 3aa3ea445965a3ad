// All that a principal was given itself, read and written as one: what a spec's `access` says. Account roles are columns
// of the principals' own tables, so callers pass and write those. Callers also call `touchDirectory`.
import type { Transaction } from "#domain/database";
import { listAccess, type PrincipalRef } from "./access-store.ts";
import { accessOfRow } from "./read-effective-access.ts";
import type {
  AccessBeyondRole,
  AccountRole,
  NamespacePermission,
  PrincipalAccess,
  ProjectRole,
} from "./role.ts";

/** The access of several principals of one account, by their ids. */
export async function readPrincipalAccess(
  tx: Transaction,
  accountId: string,
  principals: readonly { id: string; accountRole: string }[],
): Promise<Map<string, PrincipalAccess>> {
  const given = await listAccess(tx, { accountId, principalIds: principals.map(({ id }) => id) });
  return new Map(
    principals.map((principal) => [principal.id, accessOfRow({ ...principal, accountId }, given)]),
  );
}

/** Replaces everything but the account role. */
export async function writePrincipalAccess(
  tx: Transaction,
  principal: PrincipalRef,
  access: AccessBeyondRole,
): Promise<void> {
  const { accountId, principalType, principalId } = principal;
  const ref = { accountId, principalType, principalId };
  await dropPrincipalAccess(tx, ref);
  await tx.namespaceAccess.createMany({
    data: [...access.namespaces].map(([namespace, permission]) => ({ ...ref, namespace, permission })),
  });
  await tx.projectAccess.createMany({
    data: [...access.projects].map(([projectId, role]) => ({ ...ref, projectId, role })),
  });
  await tx.customRoleAssignment.createMany({
    data: access.customRoles.map((customRoleId) => ({ ...ref, customRoleId })),
  });
}

/** Forgets what a principal was given: it is going. */
export async function dropPrincipalAccess(
  tx: Transaction,
  principal: { accountId: string; principalId: string },
): Promise<void> {
  const { accountId, principalId } = principal;
  await tx.namespaceAccess.deleteMany({ where: { accountId, principalId } });
  await tx.projectAccess.deleteMany({ where: { accountId, principalId } });
  await tx.customRoleAssignment.deleteMany({ where: { accountId, principalId } });
}

export function isSameAccess(one: PrincipalAccess, other: PrincipalAccess): boolean {
  return canonical(one) === canonical(other);
}

function canonical(access: PrincipalAccess): string {
  const { accountRole, namespaces, projects, customRoles } = access;
  return JSON.stringify([accountRole, [...namespaces].sort(), [...projects].sort(), [...customRoles].sort()]);
}

/** As JSON for audit records. */
export function accessDetails(access: PrincipalAccess): {
  accountRole: AccountRole;
  namespaces: Record<string, NamespacePermission>;
  projects: Record<string, ProjectRole>;
  customRoles: string[];
} {
  return {
    accountRole: access.accountRole,
    namespaces: Object.fromEntries(access.namespaces),
    projects: Object.fromEntries(access.projects),
    customRoles: [...access.customRoles],
  };
}
