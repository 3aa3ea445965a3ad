// One thing that a principal was given, and what it allows by itself. Pure.
import type { Resource } from "#domain/context";
import { ACTIONS, type ActionRule } from "./actions.ts";
import { CUSTOM_ROLE_ACTIONS, type CustomRolePermission, type ResourceType } from "./custom-role-actions.ts";
import {
  includesPermission,
  isAdministrator,
  LEVEL_OF_PROJECT_ROLE,
  type AccountRole,
  type NamespaceLevel,
  type NamespacePermission,
  type ProjectRole,
} from "./role.ts";

export type Grant =
  | { kind: "account_role"; role: AccountRole }
  | { kind: "namespace"; namespace: string; permission: NamespacePermission }
  | { kind: "project"; project: string; role: ProjectRole }
  | { kind: "custom_role"; roleId: string; name: string; permissions: readonly CustomRolePermission[] };

/** The project of a namespace, for those namespaces that a grant on a project can be about. */
export type ProjectOf = ReadonlyMap<string, string>;

/**
 * Whether the grant alone allows the action. A question that names nothing is answered for anything at all; one about
 * the whole account only by what was given for the whole account.
 */
export function grantAllows(grant: Grant, action: string, resource: Resource, projectOf: ProjectOf): boolean {
  const rule = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (rule === undefined) return false;
  switch (grant.kind) {
    case "account_role":
      return rule.roles.includes(grant.role);
    case "namespace":
      return resource.wholeAccount !== true && namespaceGrantAllows(grant, rule, resource);
    case "project":
      return resource.wholeAccount !== true && projectGrantAllows(grant, rule, resource, projectOf);
    case "custom_role":
      return grant.permissions.some((permission) => permissionAllows(permission, action, resource));
  }
}

function namespaceGrantAllows(
  grant: { namespace: string; permission: NamespacePermission },
  rule: ActionRule,
  resource: Resource,
): boolean {
  if (rule.namespace === undefined || !includesPermission(grant.permission, rule.namespace)) return false;
  return resource.namespace === undefined
    ? resource.project === undefined && resource.id === undefined
    : resource.namespace === grant.namespace;
}

function projectGrantAllows(
  grant: { project: string; role: ProjectRole },
  rule: ActionRule,
  resource: Resource,
  projectOf: ProjectOf,
): boolean {
  const isOnNamespace =
    rule.namespace !== undefined && includesPermission(LEVEL_OF_PROJECT_ROLE[grant.role], rule.namespace);
  if (!isOnNamespace && rule.project?.includes(grant.role) !== true) return false;
  const project =
    resource.project ?? (resource.namespace === undefined ? undefined : projectOf.get(resource.namespace));
  if (project !== undefined) return project === grant.project;
  return resource.namespace === undefined && resource.id === undefined;
}

function permissionAllows(permission: CustomRolePermission, action: string, resource: Resource): boolean {
  if (!permission.actions.includes(action)) return false;
  const { resourceType } = permission;
  if (CUSTOM_ROLE_ACTIONS[action]?.includes(resourceType) !== true) return false;
  if (resourceType === "accounts") return true;
  if (resource.wholeAccount === true) return false;
  if (isUnnamed(resource) || permission.allowAll) return true;
  const id = idIn(resource, resourceType);
  return id !== undefined && permission.resourceIds.includes(id);
}

function isUnnamed(resource: Resource): boolean {
  return resource.namespace === undefined && resource.project === undefined && resource.id === undefined;
}

function idIn(resource: Resource, type: ResourceType): string | undefined {
  if (type === "namespaces") return resource.namespace;
  return type === "projects" ? resource.project : resource.id;
}

/** What the grant means for a namespace and its workflows, if anything. */
export function levelOn(grant: Grant, namespace: string, projectOf: ProjectOf): NamespaceLevel | undefined {
  switch (grant.kind) {
    case "account_role":
      return isAdministrator(grant.role) ? "admin" : undefined;
    case "namespace":
      return grant.namespace === namespace ? grant.permission : undefined;
    case "project":
      return projectOf.get(namespace) === grant.project ? LEVEL_OF_PROJECT_ROLE[grant.role] : undefined;
    case "custom_role":
      if (grantAllows(grant, "cloud.workflow.write", { namespace }, projectOf)) return "write";
      return grantAllows(grant, "cloud.workflow.read", { namespace }, projectOf) ? "read" : undefined;
  }
}
