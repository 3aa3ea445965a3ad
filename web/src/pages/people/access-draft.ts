// Access as forms hold it, from and to the API's message, and as Terraform's attributes.
import type { Schemas } from "#api/client";
import { hasEverything, type AccountRole, type NamespacePermission, type ProjectRole } from "#format/roles";
import type { HclValue } from "#format/show-as";

type Access = Schemas["temporal.api.cloud.identity.v1.Access"];
type AccessInput = Schemas["temporal.api.cloud.identity.v1.Access.Input"];

export interface AccessDraft {
  role: AccountRole;
  /** By "<name>.<account>". */
  namespaces: Readonly<Record<string, NamespacePermission>>;
  /** By project id. */
  projects: Readonly<Record<string, ProjectRole>>;
  /** Ids. */
  customRoles: readonly string[];
}

export const NO_ACCESS: AccessDraft = {
  role: "ROLE_UNSPECIFIED",
  namespaces: {},
  projects: {},
  customRoles: [],
};

export function draftOf(access: Access | undefined): AccessDraft {
  const namespaces = Object.entries((access?.namespaceAccesses ?? {}) as Record<string, Granted>);
  const projects = Object.entries((access?.projectAccesses ?? {}) as Record<string, GrantedRole>);
  return {
    role: access?.accountAccess?.role ?? "ROLE_UNSPECIFIED",
    namespaces: Object.fromEntries(
      namespaces.map(([id, { permission = "PERMISSION_READ" }]) => [id, permission]),
    ),
    projects: Object.fromEntries(projects.map(([id, { role = "PROJECT_ROLE_MEMBER" }]) => [id, role])),
    customRoles: access?.accountAccess?.customRoles ?? [],
  };
}

interface Granted {
  permission?: NamespacePermission;
}

interface GrantedRole {
  role?: ProjectRole;
}

/** Owners and admins are given no namespaces and projects: they have all of them. */
export function accessOf({ role, namespaces, projects, customRoles }: AccessDraft): AccessInput {
  const isAll = hasEverything(role);
  return {
    accountAccess: { role, customRoles: [...customRoles] },
    namespaceAccesses: isAll
      ? {}
      : Object.fromEntries(Object.entries(namespaces).map(([id, permission]) => [id, { permission }])),
    projectAccesses: isAll
      ? {}
      : Object.fromEntries(Object.entries(projects).map(([id, projectRole]) => [id, { role: projectRole }])),
  };
}

/** "ROLE_FINANCE_ADMIN" is "financeadmin" there, "PERMISSION_WRITE" is "write". */
export function terraformAccess(draft: AccessDraft): Record<string, HclValue | undefined> {
  const { role, namespaces } = draft;
  const given = hasEverything(role) ? [] : Object.entries(namespaces);
  return {
    account_access:
      role === "ROLE_UNSPECIFIED" ? "none" : role.slice("ROLE_".length).replaceAll("_", "").toLowerCase(),
    namespace_accesses:
      given.length === 0
        ? undefined
        : given.map(([id, permission]) => ({
            namespace_id: id,
            permission: permission.slice("PERMISSION_".length).toLowerCase(),
          })),
  };
}
