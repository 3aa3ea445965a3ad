// tcld's roles: each is one permission, with an id that says which, so that nothing about them is stored. A user's access
// is the union of their roles. Pure.
import { tcldV1, temporal } from "#contracts";
import { CloudError } from "#shared/errors";

type Access = temporal.api.cloud.identity.v1.IAccess;
const Role = temporal.api.cloud.identity.v1.AccountAccess.Role;
const Group = tcldV1.AccountActionGroup;

const ACCOUNT_ROLES: readonly (readonly [name: string, cloud: number, tcld: tcldV1.AccountActionGroup])[] = [
  ["admin", Role.ROLE_ADMIN, Group.ACCOUNT_ACTION_GROUP_ADMIN],
  ["developer", Role.ROLE_DEVELOPER, Group.ACCOUNT_ACTION_GROUP_DEVELOPER],
  ["read", Role.ROLE_READ, Group.ACCOUNT_ACTION_GROUP_READ],
  // Roles that tcld has no word for keep their ids, so that an update of others leaves them as they are.
  ["owner", Role.ROLE_OWNER, Group.ACCOUNT_ACTION_GROUP_ADMIN],
  ["finance-admin", Role.ROLE_FINANCE_ADMIN, Group.ACCOUNT_ACTION_GROUP_READ],
  ["metrics-read", Role.ROLE_METRICS_READ, Group.ACCOUNT_ACTION_GROUP_READ],
];
const ACCOUNT = "account:";
const NAMESPACE = "namespace:";
/** By the number that both have for it. */
const PERMISSIONS = ["", "admin", "write", "read"];

/** The one role of a specification. Errors: INVALID_ARGUMENT when it has none or two. */
export function roleOfSpec(spec: tcldV1.IRoleSpec): tcldV1.IRole {
  const wanted = spec.accountRole?.actionGroup ?? 0;
  const [namespace, ...others] = spec.namespaceRoles ?? [];
  if (wanted !== 0 && namespace === undefined) {
    const found = ACCOUNT_ROLES.find(([, , group]) => group === wanted);
    if (found !== undefined) return accountRole(found[0], found[2]);
  }
  if (wanted === 0 && namespace !== undefined && others.length === 0)
    return namespaceRole(namespace.namespace ?? "", namespace.actionGroup ?? 0);
  throw refused("specs", "must each hold one account role or one namespace role.");
}

export function rolesOf(access: Access): tcldV1.IRole[] {
  const account = ACCOUNT_ROLES.find(([, cloud]) => cloud === access.accountAccess?.role);
  return [
    ...(account === undefined ? [] : [accountRole(account[0], account[2])]),
    ...Object.entries(access.namespaceAccesses ?? {}).map(([namespace, { permission }]) =>
      namespaceRole(namespace, permission ?? 0),
    ),
  ];
}

/** `before` keeps what tcld does not know: custom roles and roles in projects. */
export function accessOf(ids: readonly string[], before: Access = {}): Access {
  const named = ids.filter((id) => id.startsWith(ACCOUNT)).map((id) => id.slice(ACCOUNT.length));
  const [name, ...others] = named;
  const role = ACCOUNT_ROLES.find(([each]) => each === name)?.[1];
  if (role === undefined || others.length > 0) throw refused("spec.roles", "must hold one account role.");
  const accesses = ids
    .filter((id) => !id.startsWith(ACCOUNT))
    .map((id): [string, { permission: number }] => {
      const [, namespace = "", permission = ""] = /^namespace:([^:]+):(\w+)$/.exec(id) ?? [];
      const number = PERMISSIONS.indexOf(permission);
      if (namespace === "" || number < 1) throw refused("spec.roles", `holds ${id}, which is no role.`);
      return [namespace, { permission: number }];
    });
  return {
    ...before,
    accountAccess: { ...before.accountAccess, role },
    namespaceAccesses: Object.fromEntries(accesses),
  };
}

function accountRole(name: string, actionGroup: tcldV1.AccountActionGroup): tcldV1.IRole {
  return {
    id: ACCOUNT + name,
    type: tcldV1.RoleType.ROLE_TYPE_PREDEFINED,
    spec: { accountRole: { actionGroup } },
  };
}

function namespaceRole(namespace: string, actionGroup: number): tcldV1.IRole {
  return {
    id: `${NAMESPACE}${namespace}:${PERMISSIONS[actionGroup] ?? ""}`,
    type: tcldV1.RoleType.ROLE_TYPE_PREDEFINED,
    spec: { namespaceRoles: [{ namespace, actionGroup }] },
  };
}

function refused(field: string, rule: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `${field}: ${rule}`, { field });
}
