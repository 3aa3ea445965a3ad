// What a custom role may hold: things of the account, and nothing that whoever writes it lacks.
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { checkQuota } from "#domain/quotas";
import { checkGivable, type CustomRolePermission, type ResourceType } from "#domain/roles";
import { CloudError } from "#shared/errors";

/**
 * `before` are the permissions that the role has already, which may stay whoever writes it.
 * Errors: RESOURCE_EXHAUSTED, NOT_FOUND naming the field, PERMISSION_DENIED naming the action that the caller lacks.
 */
export async function checkPermissions(
  tx: Transaction,
  context: DomainContext,
  change: { before: readonly CustomRolePermission[]; after: readonly CustomRolePermission[] },
): Promise<void> {
  const { accountId } = context.actor;
  const { before, after } = change;
  const count = after.length - 1;
  await checkQuota(tx, { accountId, name: "permissionsPerCustomRole", count });
  for (const [index, { resourceType, resourceIds }] of after.entries()) {
    const known = await countKnown(tx, accountId, { resourceType, ids: [...resourceIds] });
    if (known === resourceIds.length) continue;
    const field = `spec.permissions[${index}].resources.resourceIds`;
    throw new CloudError("NOT_FOUND", "resource_ids names something that is not in your account.", { field });
  }
  const present = new Set(before.flatMap(singly).map((permission) => JSON.stringify(permission)));
  const added = after.flatMap(singly).filter((permission) => !present.has(JSON.stringify(permission)));
  checkGivable(context.actor, { kind: "custom_role", roleId: "", name: "", permissions: added });
}

/** One permission for each action and each resource: so that what is new shows. */
function singly({
  actions,
  resourceType,
  resourceIds,
  allowAll,
}: CustomRolePermission): CustomRolePermission[] {
  return actions.flatMap((action) => {
    const one = { actions: [action], resourceType, allowAll };
    return allowAll
      ? [{ ...one, resourceIds: [] }]
      : resourceIds.map((id) => ({ ...one, resourceIds: [id] }));
  });
}

async function countKnown(
  tx: Transaction,
  accountId: string,
  named: { resourceType: ResourceType; ids: string[] },
): Promise<number> {
  const where = { accountId, id: { in: named.ids } };
  switch (named.resourceType) {
    case "accounts":
      return named.ids.filter((id) => id === accountId).length;
    case "projects":
      return tx.project.count({ where: { ...where, state: "ACTIVE" } });
    case "namespaces":
      return tx.namespace.count({ where });
    case "nexus-endpoints":
      return tx.nexusEndpoint.count({ where });
    case "connectivity-rules":
      return tx.connectivityRule.count({ where });
    case "custom-roles":
      return tx.customRole.count({ where });
  }
}
