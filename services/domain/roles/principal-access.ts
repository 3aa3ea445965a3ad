// All that a principal was given itself, read and written as one: what a spec's `access` says. Account roles are columns
// of the principals' own tables, so callers pass and write those. Callers also call `touchDirectory`.
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { CloudError } from "#shared/errors";
import { listNamespaceAccess, setNamespaceAccess, type PrincipalRef } from "./access-store.ts";
import type { AccountRole, NamespacePermission, PrincipalAccess } from "./role.ts";

/** The access of several principals of one account, by their ids. */
export async function readPrincipalAccess(
  tx: Transaction,
  accountId: string,
  principals: readonly { id: string; accountRole: string }[],
): Promise<Map<string, PrincipalAccess>> {
  const namespaces = await listNamespaceAccess(tx, {
    accountId,
    principalIds: principals.map((principal) => principal.id),
  });
  return new Map(
    principals.map(({ id, accountRole }) => [
      id,
      {
        // The columns hold only names of ACCOUNT_ROLES.
        accountRole: accountRole as AccountRole,
        namespaces: namespaces.get(id) ?? new Map<string, NamespacePermission>(),
      },
    ]),
  );
}

/** Replaces everything but the account role. */
export async function writePrincipalAccess(
  tx: Transaction,
  principal: PrincipalRef,
  access: PrincipalAccess,
): Promise<void> {
  await setNamespaceAccess(tx, { ...principal, namespaces: access.namespaces });
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

/** As JSON for audit records. */
export function accessDetails(access: PrincipalAccess): {
  accountRole: string;
  namespaces: Record<string, string>;
} {
  return { accountRole: access.accountRole, namespaces: Object.fromEntries(access.namespaces) };
}

function canonical(access: PrincipalAccess): string {
  return JSON.stringify([access.accountRole, [...access.namespaces].sort()]);
}

/** Roles that only an owner gives and takes away. */
const OWNERS_BUSINESS: readonly AccountRole[] = ["owner", "finance_admin"];

/**
 * Whether the caller may change a principal's access in this way; `after` is undefined when the principal goes.
 * Errors: PERMISSION_DENIED for what only an owner may do, NOT_FOUND for a namespace that is not in the account.
 */
export async function checkGrant(
  tx: Transaction,
  context: DomainContext,
  change: { before?: PrincipalAccess; after?: PrincipalAccess },
): Promise<void> {
  const roles = [change.before?.accountRole, change.after?.accountRole];
  const isOwnersBusiness =
    roles[0] !== roles[1] && roles.some((role) => role !== undefined && OWNERS_BUSINESS.includes(role));
  if (isOwnersBusiness && !context.actor.can("cloud.accountrole.grant")) {
    throw new CloudError(
      "PERMISSION_DENIED",
      "Only an owner can give or take away the account roles owner and finance admin.",
      { field: "spec.access.accountAccess.role" },
    );
  }
  const names = [...(change.after?.namespaces.keys() ?? [])];
  if (names.length === 0) return;
  const where = { accountId: context.actor.accountId, id: { in: names } };
  if ((await tx.namespace.count({ where })) === names.length) return;
  throw new CloudError("NOT_FOUND", "namespace_accesses names a namespace that is not in your account.", {
    field: "spec.access.namespaceAccesses",
  });
}
