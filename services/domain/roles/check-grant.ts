// The rules of giving access away: only what is in the account, only what the giver has, and within the limits.
import type { Actor, DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { checkQuota } from "#domain/quotas";
import { CloudError } from "#shared/errors";
import { actionNotCovered } from "./covers.ts";
import { customRoleContents } from "./custom-role-store.ts";
import { grantsOf, type Scope } from "./effective-access.ts";
import type { Grant } from "./grant.ts";
import { NO_ACCESS_BEYOND_ROLE, type PrincipalAccess } from "./role.ts";

const NOTHING: PrincipalAccess = { accountRole: "none", ...NO_ACCESS_BEYOND_ROLE };

/**
 * Checks a change of what a principal is given, under the account's lock; `before` is left out for a new principal,
 * `after` for one that goes, `scope` for one that is not bound.
 * Errors: NOT_FOUND naming the field, RESOURCE_EXHAUSTED, PERMISSION_DENIED naming the action that the actor lacks.
 */
export async function checkGrant(
  tx: Transaction,
  context: Pick<DomainContext, "actor">,
  change: { before?: PrincipalAccess; after?: PrincipalAccess; scope?: Scope },
): Promise<void> {
  const { actor } = context;
  const { before = NOTHING, after = NOTHING } = change;
  await checkKnown(tx, actor.accountId, after);
  if (change.scope?.kind === "project") await checkInProject(tx, actor.accountId, change.scope.id, after);
  if (after.customRoles.length > 0) {
    const count = after.customRoles.length - 1;
    await checkQuota(tx, { accountId: actor.accountId, name: "customRolesPerPrincipal", count });
  }
  const roleIds = [...before.customRoles, ...after.customRoles];
  const contents = await customRoleContents(tx, { accountId: actor.accountId, roleIds });
  const held = new Set(grantsOf(before, contents).map((grant) => JSON.stringify(grant)));
  const added = grantsOf(after, contents).filter((grant) => !held.has(JSON.stringify(grant)));
  for (const grant of added) checkGivable(actor, grant);
  if (before.accountRole !== after.accountRole) {
    checkGivable(actor, { kind: "account_role", role: before.accountRole });
  }
}

/**
 * Checks that an actor may act for, or remove, somebody who was given this: whoever makes a key for a service account
 * has what the account has. Errors: PERMISSION_DENIED naming the action that the actor lacks.
 */
export async function checkCovers(tx: Transaction, actor: Actor, access: PrincipalAccess): Promise<void> {
  const { accountId } = actor;
  const contents = await customRoleContents(tx, { accountId, roleIds: access.customRoles });
  for (const grant of grantsOf(access, contents)) checkGivable(actor, grant);
}

/** Errors: PERMISSION_DENIED naming the action of the grant that the actor lacks. */
export function checkGivable(actor: Actor, grant: Grant): void {
  const missing = actionNotCovered(actor, grant);
  if (missing === undefined) return;
  throw new CloudError(
    "PERMISSION_DENIED",
    `You cannot give or take ${nameOf(grant)}: it includes ${missing}, which you do not have yourself.`,
  );
}

function nameOf(grant: Grant): string {
  switch (grant.kind) {
    case "account_role":
      return `the account role ${grant.role}`;
    case "namespace":
      return `the permission ${grant.permission} on a namespace`;
    case "project":
      return `the role ${grant.role} on a project`;
    case "custom_role":
      return "this custom role";
  }
}

/** Only what is in the account can be named; what is another account's is as if it were not there. */
async function checkKnown(tx: Transaction, accountId: string, access: PrincipalAccess): Promise<void> {
  const namespaces = [...access.namespaces.keys()];
  const projects = [...access.projects.keys()];
  const customRoles = [...access.customRoles];
  const among = (ids: string[]): { accountId: string; id: { in: string[] } } => ({
    accountId,
    id: { in: ids },
  });
  const [knownNamespaces, knownProjects, knownRoles] = await Promise.all([
    tx.namespace.count({ where: among(namespaces) }),
    tx.project.count({ where: { ...among(projects), state: "ACTIVE" } }),
    tx.customRole.count({ where: among(customRoles) }),
  ]);
  if (knownNamespaces < namespaces.length) throw unknown("namespace", "namespaceAccesses");
  if (knownProjects < projects.length) throw unknown("project", "projectAccesses");
  if (knownRoles < customRoles.length) throw unknown("custom role", "accountAccess.customRoles");
}

/** A service account of one project can be given permissions on that project's namespaces only. */
async function checkInProject(
  tx: Transaction,
  accountId: string,
  projectId: string,
  access: PrincipalAccess,
): Promise<void> {
  const namespaces = [...access.namespaces.keys()];
  const inside = await tx.namespace.count({ where: { accountId, projectId, id: { in: namespaces } } });
  if (inside === namespaces.length) return;
  throw new CloudError(
    "INVALID_ARGUMENT",
    "namespace_accesses of a service account of one project must name namespaces of that project.",
    { field: "spec.projectScopedAccess.namespaceAccesses" },
  );
}

function unknown(noun: string, field: string): CloudError {
  const words = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return new CloudError("NOT_FOUND", `${words} names a ${noun} that is not in your account.`, {
    field: `spec.access.${field}`,
  });
}
