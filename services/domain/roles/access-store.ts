// Reads and writes the permissions of principals on single namespaces. Callers also call `touchDirectory`.
import type { Transaction } from "#domain/database";
import type { NamespacePermission, PrincipalType } from "./role.ts";

/** A principal that access can be given to, in its account. */
export interface PrincipalRef {
  accountId: string;
  principalType: PrincipalType;
  principalId: string;
}

/** Permissions of several principals of one account, by principal. */
export async function listNamespaceAccess(
  tx: Transaction,
  query: { accountId: string; principalIds: string[] },
): Promise<Map<string, Map<string, NamespacePermission>>> {
  const rows = await tx.namespaceAccess.findMany({
    where: { accountId: query.accountId, principalId: { in: query.principalIds } },
    orderBy: [{ principalId: "asc" }, { namespace: "asc" }],
  });
  const byPrincipal = new Map<string, Map<string, NamespacePermission>>();
  for (const row of rows) {
    const namespaces = byPrincipal.get(row.principalId) ?? new Map<string, NamespacePermission>();
    // The column holds only what this file writes.
    namespaces.set(row.namespace, row.permission as NamespacePermission);
    byPrincipal.set(row.principalId, namespaces);
  }
  return byPrincipal;
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

/** Replaces all permissions of a principal. */
export async function setNamespaceAccess(
  tx: Transaction,
  access: PrincipalRef & { namespaces: ReadonlyMap<string, NamespacePermission> },
): Promise<void> {
  const { accountId, principalType, principalId } = access;
  await tx.namespaceAccess.deleteMany({ where: { accountId, principalId } });
  await tx.namespaceAccess.createMany({
    data: [...access.namespaces].map(([namespace, permission]) => ({
      accountId,
      principalType,
      principalId,
      namespace,
      permission,
    })),
  });
}

/** Forgets a deleted namespace's permissions. */
export async function dropNamespaceAccess(
  tx: Transaction,
  namespace: { accountId: string; namespace: string },
): Promise<void> {
  await tx.namespaceAccess.deleteMany({ where: namespace });
}
