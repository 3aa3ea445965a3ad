// The roles and permissions that a principal can be given, as they are stored. Pure.

export const ACCOUNT_ROLES = [
  "owner",
  "admin",
  "developer",
  "finance_admin",
  "read",
  "metrics_read",
  "none",
] as const;
export type AccountRole = (typeof ACCOUNT_ROLES)[number];

/** From the least to the most: each includes the ones before. */
export const NAMESPACE_PERMISSIONS = ["read", "write", "admin"] as const;
export type NamespacePermission = (typeof NAMESPACE_PERMISSIONS)[number];

/** What a role can mean for a namespace: "list" sees that it is there and its settings, nothing of its workflows. */
export type NamespaceLevel = "list" | NamespacePermission;

/** Roles on a project. Developers of the account act in every project like one who contributes. */
export const PROJECT_ROLES = ["admin", "write", "read", "contribute", "list", "member"] as const;
export type ProjectRole = (typeof PROJECT_ROLES)[number];

/** Who access can be given to; a group gives it on to its members. */
export const PRINCIPAL_TYPES = ["user", "service_account", "group"] as const;
export type PrincipalType = (typeof PRINCIPAL_TYPES)[number];

/** What a principal is given itself: its groups and the account give it more. */
export interface PrincipalAccess extends AccessBeyondRole {
  accountRole: AccountRole;
}

/** All but the account role, which is in the principal's own row. */
export interface AccessBeyondRole {
  /** By full name "<name>.<account>". Empty for owners and admins, who are Namespace Admin everywhere. */
  namespaces: ReadonlyMap<string, NamespacePermission>;
  /** By project id. Empty for owners and admins, who are Project Admin everywhere. */
  projects: ReadonlyMap<string, ProjectRole>;
  /** Ids of custom roles. */
  customRoles: readonly string[];
}

export const NO_ACCESS_BEYOND_ROLE: AccessBeyondRole = {
  namespaces: new Map(),
  projects: new Map(),
  customRoles: [],
};

const LEVELS: readonly NamespaceLevel[] = ["list", ...NAMESPACE_PERMISSIONS];

export function includesPermission(held: NamespaceLevel | undefined, wanted: NamespaceLevel): boolean {
  return held !== undefined && LEVELS.indexOf(held) >= LEVELS.indexOf(wanted);
}

/** What a role on a project means for each of its namespaces. */
export const LEVEL_OF_PROJECT_ROLE = {
  admin: "admin",
  write: "write",
  read: "read",
  contribute: "list",
  list: "list",
  member: undefined,
} as const satisfies Record<ProjectRole, NamespaceLevel | undefined>;

/** Owners and admins administer every namespace and every project of the account. */
export function isAdministrator(role: AccountRole): boolean {
  return role === "owner" || role === "admin";
}
