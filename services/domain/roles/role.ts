// The roles of an account and the permissions on a namespace, as they are stored. Pure.

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

/** Who access can be given to; a group gives it on to its members. */
export const PRINCIPAL_TYPES = ["user", "service_account", "group"] as const;
export type PrincipalType = (typeof PRINCIPAL_TYPES)[number];

export interface PrincipalAccess {
  accountRole: AccountRole;
  /** By full name "<name>.<account>". Empty for owners and admins, who are Namespace Admin everywhere. */
  namespaces: ReadonlyMap<string, NamespacePermission>;
}

export function includesPermission(
  held: NamespacePermission | undefined,
  wanted: NamespacePermission,
): boolean {
  return held !== undefined && NAMESPACE_PERMISSIONS.indexOf(held) >= NAMESPACE_PERMISSIONS.indexOf(wanted);
}

/** Owners and admins administer every namespace of the account. */
export function isAdministrator(role: AccountRole): boolean {
  return role === "owner" || role === "admin";
}
