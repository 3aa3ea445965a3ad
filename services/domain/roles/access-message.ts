// Access from and to the public message, the deprecated twins of its fields included. Pure.
import { ProjectRole as PublicProjectRole, temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import {
  isAdministrator,
  NAMESPACE_PERMISSIONS,
  PROJECT_ROLES,
  type AccountRole,
  type NamespacePermission,
  type PrincipalAccess,
  type ProjectRole,
} from "./role.ts";

type IAccess = temporal.api.cloud.identity.v1.IAccess;
type IAccountAccess = temporal.api.cloud.identity.v1.IAccountAccess;
type INamespaceAccess = temporal.api.cloud.identity.v1.INamespaceAccess;
type IProjectAccess = temporal.api.cloud.identity.v1.IProjectAccess;
const { Role } = temporal.api.cloud.identity.v1.AccountAccess;
const { Permission } = temporal.api.cloud.identity.v1.NamespaceAccess;

const PUBLIC_ROLE = {
  owner: Role.ROLE_OWNER,
  admin: Role.ROLE_ADMIN,
  developer: Role.ROLE_DEVELOPER,
  finance_admin: Role.ROLE_FINANCE_ADMIN,
  read: Role.ROLE_READ,
  metrics_read: Role.ROLE_METRICS_READ,
  none: Role.ROLE_UNSPECIFIED,
} as const satisfies Record<AccountRole, number>;

const DEPRECATED_ROLE = {
  owner: "owner",
  admin: "admin",
  developer: "developer",
  finance_admin: "financeadmin",
  read: "read",
  metrics_read: "metricsread",
  none: "",
} as const satisfies Record<AccountRole, string>;

const PUBLIC_PERMISSION = {
  admin: Permission.PERMISSION_ADMIN,
  write: Permission.PERMISSION_WRITE,
  read: Permission.PERMISSION_READ,
} as const satisfies Record<NamespacePermission, number>;

const PUBLIC_PROJECT_ROLE = {
  admin: PublicProjectRole.PROJECT_ROLE_ADMIN,
  write: PublicProjectRole.PROJECT_ROLE_WRITE,
  read: PublicProjectRole.PROJECT_ROLE_READ,
  contribute: PublicProjectRole.PROJECT_ROLE_CONTRIBUTE,
  list: PublicProjectRole.PROJECT_ROLE_LIST,
  member: PublicProjectRole.PROJECT_ROLE_MEMBER,
} as const satisfies Record<ProjectRole, number>;

export function toAccess(access: PrincipalAccess): IAccess {
  const isAdmin = isAdministrator(access.accountRole);
  const namespaces = isAdmin ? [] : [...access.namespaces];
  const projects = isAdmin ? [] : [...access.projects];
  return {
    accountAccess: {
      role: PUBLIC_ROLE[access.accountRole],
      roleDeprecated: DEPRECATED_ROLE[access.accountRole],
      customRoles: [...access.customRoles],
    },
    namespaceAccesses: Object.fromEntries(
      namespaces.map(([namespace, permission]) => [namespace, toNamespaceAccess(permission)]),
    ),
    projectAccesses: Object.fromEntries(projects.map(([project, role]) => [project, toProjectAccess(role)])),
    customRolesDeprecated: [...access.customRoles],
  };
}

export function toNamespaceAccess(permission: NamespacePermission): INamespaceAccess {
  return { permission: PUBLIC_PERMISSION[permission], permissionDeprecated: permission };
}

export function toProjectAccess(role: ProjectRole): IProjectAccess {
  return { role: PUBLIC_PROJECT_ROLE[role] };
}

/**
 * Errors: INVALID_ARGUMENT for a role or permission that does not exist, or that does not fit together. Access without
 * an account role is that of somebody with the role none, as clients send it.
 */
export function readAccess(message: IAccess | null | undefined): PrincipalAccess {
  if (message == null) refuse("access", "access is required.");
  const accountRole = readAccountRole(message.accountAccess);
  const namespaces = new Map(
    Object.entries(message.namespaceAccesses ?? {}).map(([namespace, access]) => [
      namespace,
      readPermission(access, "spec.access.namespaceAccesses"),
    ]),
  );
  const projects = new Map(
    Object.entries(message.projectAccesses ?? {}).map(([project, access]) => [
      project,
      readProjectRole(access, "spec.access.projectAccesses"),
    ]),
  );
  if (isAdministrator(accountRole) && namespaces.size > 0)
    refuse("access.namespaceAccesses", beyondAdministrators("namespace"));
  if (isAdministrator(accountRole) && projects.size > 0)
    refuse("access.projectAccesses", beyondAdministrators("project"));
  return { accountRole, namespaces, projects, customRoles: readCustomRoles(message) };
}

/** The words to refuse what an owner or admin has already. */
export function beyondAdministrators(noun: "namespace" | "project"): string {
  return `Owners and admins have every ${noun}: leave ${noun}_accesses empty for them.`;
}

function readAccountRole(access: IAccountAccess | null | undefined): AccountRole {
  const role = access?.role ?? 0;
  const deprecated = (access?.roleDeprecated ?? "").toLowerCase().replace(/[^a-z]/g, "");
  if (role === 0 && (deprecated === "" || deprecated === "none")) return "none";
  for (const name of Object.keys(PUBLIC_ROLE) as AccountRole[]) {
    if (name === "none") continue;
    if (role === 0 ? DEPRECATED_ROLE[name] === deprecated : PUBLIC_ROLE[name] === role) return name;
  }
  return refuse("access.accountAccess.role", "account_access.role must be one of the account roles.");
}

function readCustomRoles(message: IAccess): string[] {
  const given = message.accountAccess?.customRoles ?? [];
  const roles = given.length > 0 ? given : (message.customRolesDeprecated ?? []);
  return [...new Set(roles)].sort();
}

/** `field` is where the message was, for the error: INVALID_ARGUMENT. */
export function readPermission(
  access: INamespaceAccess | null | undefined,
  field: string,
): NamespacePermission {
  const permission = access?.permission ?? 0;
  const deprecated = (access?.permissionDeprecated ?? "").toLowerCase();
  for (const name of NAMESPACE_PERMISSIONS) {
    if (permission === 0 ? name === deprecated : PUBLIC_PERMISSION[name] === permission) return name;
  }
  throw new CloudError("INVALID_ARGUMENT", "A namespace permission must be admin, write or read.", { field });
}

/** `field` is where the message was, for the error: INVALID_ARGUMENT. */
export function readProjectRole(access: IProjectAccess | null | undefined, field: string): ProjectRole {
  const found = PROJECT_ROLES.find((name) => PUBLIC_PROJECT_ROLE[name] === access?.role);
  if (found !== undefined) return found;
  throw new CloudError(
    "INVALID_ARGUMENT",
    "A project role must be admin, write, read, contribute, list or member; developer is inherited only.",
    { field },
  );
}

function refuse(field: string, message: string): never {
  throw new CloudError("INVALID_ARGUMENT", message, { field: `spec.${field}` });
}
