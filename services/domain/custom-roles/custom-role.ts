// A custom role as the public message, and its spec as read from one. Pure.
import { temporal, timestampOfMs } from "#contracts";
import {
  CUSTOM_ROLE_ACTIONS,
  RESOURCE_TYPES,
  type CustomRolePermission,
  type ResourceType,
} from "#domain/roles";
import type { CustomRole, Prisma } from "#prisma";
import { CloudError } from "#shared/errors";
import { resourceVersionOf } from "#shared/resource-version";

type ISpec = temporal.api.cloud.identity.v1.ICustomRoleSpec;
type IPermission = temporal.api.cloud.identity.v1.CustomRoleSpec.IPermission;
const { ResourceState } = temporal.api.cloud.resource.v1;

const NAME_LENGTH_MAX = 64;
const DESCRIPTION_LENGTH_MAX = 512;
const ACTIONS_MAX = 200;
const RESOURCE_IDS_MAX = 200;

export interface CustomRoleInput {
  name: string;
  description: string;
  permissions: CustomRolePermission[];
}

export function toCustomRole(row: CustomRole): temporal.api.cloud.identity.v1.ICustomRole {
  return {
    id: row.id,
    resourceVersion: resourceVersionOf(row),
    spec: {
      name: row.name,
      description: row.description,
      permissions: permissionsOf(row).map(({ actions, resourceType, resourceIds, allowAll }) => ({
        actions: [...actions],
        resources: { resourceType, resourceIds: [...resourceIds], allowAll },
      })),
    },
    state: ResourceState.RESOURCE_STATE_ACTIVE,
    asyncOperationId: row.asyncOperationId,
    createdTime: timestampOfMs(row.createdAt.getTime()),
    lastModifiedTime: timestampOfMs(row.updatedAt.getTime()),
  };
}

/** The column holds only what `readCustomRoleSpec` answered. */
export function permissionsOf(row: { permissions: unknown }): CustomRolePermission[] {
  return row.permissions as CustomRolePermission[];
}

/** As columns, and as JSON for the audit trail. */
export function toColumns(role: CustomRoleInput): {
  name: string;
  description: string;
  permissions: Prisma.InputJsonArray;
} {
  return { ...role, permissions: role.permissions as unknown as Prisma.InputJsonArray };
}

/** The same for the same permissions, in whatever order clients send and the database answers what is a set. */
export function keyOf(role: CustomRoleInput): string {
  return JSON.stringify([
    role.name,
    role.description,
    role.permissions.map(({ actions, resourceType, resourceIds, allowAll }) => [
      [...actions].sort(),
      resourceType,
      [...resourceIds].sort(),
      allowAll,
    ]),
  ]);
}

/** Errors: INVALID_ARGUMENT naming the field and the rule. Whether the ids exist is asked where the account is known. */
export function readCustomRoleSpec(spec: ISpec | null | undefined): CustomRoleInput {
  const name = (spec?.name ?? "").trim();
  const description = (spec?.description ?? "").trim();
  if (name === "" || name.length > NAME_LENGTH_MAX || /\p{C}/u.test(name)) {
    refuse("name", `name must have 1 to ${NAME_LENGTH_MAX} printable characters.`);
  }
  if (description.length > DESCRIPTION_LENGTH_MAX || /\p{Cc}/u.test(description)) {
    refuse("description", `description must have at most ${DESCRIPTION_LENGTH_MAX} printable characters.`);
  }
  const permissions = (spec?.permissions ?? []).map(readPermission);
  if (permissions.length === 0) refuse("permissions", "permissions must have at least one permission.");
  return { name, description, permissions };
}

function readPermission(permission: IPermission, index: number): CustomRolePermission {
  const field = `permissions[${index}]`;
  const { resources } = permission;
  const resourceType = RESOURCE_TYPES.find((type) => type === resources?.resourceType);
  if (resourceType === undefined) {
    refuse(
      `${field}.resources.resourceType`,
      `${field}.resources.resource_type must be one of ${RESOURCE_TYPES.join(", ")}.`,
    );
  }
  const allowAll = resources?.allowAll ?? false;
  const resourceIds = [...new Set(resources?.resourceIds ?? [])];
  if (allowAll === resourceIds.length > 0) {
    refuse(
      `${field}.resources`,
      `${field}.resources: either set allow_all, or name resource_ids, one of the two.`,
    );
  }
  if (resourceIds.length > RESOURCE_IDS_MAX) {
    refuse(`${field}.resources.resourceIds`, `${field} must name at most ${RESOURCE_IDS_MAX} resource_ids.`);
  }
  return { actions: readActions(permission, field, resourceType), resourceType, resourceIds, allowAll };
}

function readActions(permission: IPermission, field: string, resourceType: ResourceType): string[] {
  const actions = [...new Set(permission.actions ?? [])];
  if (actions.length === 0 || actions.length > ACTIONS_MAX) {
    refuse(`${field}.actions`, `${field}.actions must have 1 to ${ACTIONS_MAX} actions.`);
  }
  const wrong = actions.find(
    (action) =>
      !Object.hasOwn(CUSTOM_ROLE_ACTIONS, action) ||
      CUSTOM_ROLE_ACTIONS[action]?.includes(resourceType) !== true,
  );
  if (wrong !== undefined) {
    refuse(
      `${field}.actions`,
      `${field}.actions: ${JSON.stringify(wrong.slice(0, 80))} is no action of a custom role on ${resourceType}.`,
    );
  }
  return actions;
}

function refuse(field: string, message: string): never {
  throw new CloudError("INVALID_ARGUMENT", message, { field: `spec.${field}` });
}
