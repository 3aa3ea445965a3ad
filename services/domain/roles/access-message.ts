// Access from and to the public message, the deprecated twins of its fields included. Pure.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import {
  isAdministrator,
  NAMESPACE_PERMISSIONS,
  type AccountRole,
  type NamespacePermission,
  type PrincipalAccess,
} from "./role.ts";

type IAccess = temporal.api.cloud.identity.v1.IAccess;
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

export function toAccess(access: PrincipalAccess): IAccess {
  const namespaces = isAdministrator(access.accountRole) ? [] : [...access.namespaces];
  return {
    accountAccess: {
      role: PUBLIC_ROLE[access.accountRole],
      roleDeprecated: DEPRECATED_ROLE[access.accountRole],
    },
    namespaceAccesses: Object.fromEntries(
      namespaces.map(([namespace, permission]) => [
        namespace,
        { permission: PUBLIC_PERMISSION[permission], permissionDeprecated: permission },
      ]),
    ),
  };
}

/** Errors: INVALID_ARGUMENT for a role or permission that does not exist, or that does not fit together. */
export function readAccess(message: IAccess | null | undefined): PrincipalAccess {
  const accountRole = readRole(message?.accountAccess);
  const namespaces = new Map<string, NamespacePermission>();
  for (const [namespace, access] of Object.entries(message?.namespaceAccesses ?? {})) {
    namespaces.set(namespace, readPermission(access));
  }
  if (isAdministrator(accountRole) && namespaces.size > 0) {
    throw new CloudError(
      "INVALID_ARGUMENT",
      "Owners and admins have every namespace: leave namespace_accesses empty for them.",
      { field: "spec.access.namespaceAccesses" },
    );
  }
  return { accountRole, namespaces };
}

function readRole(access: temporal.api.cloud.identity.v1.IAccountAccess | null | undefined): AccountRole {
  const role = access?.role ?? 0;
  const deprecated = (access?.roleDeprecated ?? "").toLowerCase().replace(/[^a-z]/g, "");
  for (const name of Object.keys(PUBLIC_ROLE) as AccountRole[]) {
    if (name === "none") continue;
    if (role === 0 ? DEPRECATED_ROLE[name] === deprecated : PUBLIC_ROLE[name] === role) return name;
  }
  throw new CloudError("INVALID_ARGUMENT", "account_access.role must be one of the account roles.", {
    field: "spec.access.accountAccess.role",
  });
}

function readPermission(
  access: temporal.api.cloud.identity.v1.INamespaceAccess | null | undefined,
): NamespacePermission {
  const permission = access?.permission ?? 0;
  const deprecated = (access?.permissionDeprecated ?? "").toLowerCase();
  for (const name of NAMESPACE_PERMISSIONS) {
    if (permission === 0 ? name === deprecated : PUBLIC_PERMISSION[name] === permission) return name;
  }
  throw new CloudError("INVALID_ARGUMENT", "A namespace permission must be admin, write or read.", {
    field: "spec.access.namespaceAccesses",
  });
}
