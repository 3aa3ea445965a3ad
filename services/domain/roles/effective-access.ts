// What a principal may do in all: the union of what it was given and of what its groups were, kept within its scope.
// Pure.
import type { CustomRolePermission } from "./custom-role-actions.ts";
import type { Grant, ProjectOf } from "./grant.ts";
import { NO_ACCESS_BEYOND_ROLE, type PrincipalAccess } from "./role.ts";

export interface HeldGrant {
  grant: Grant;
  /** The group that gives it, when it is not the principal's own. */
  via?: { groupId: string; displayName: string };
}

export interface EffectiveAccess {
  grants: readonly HeldGrant[];
  projectOf: ProjectOf;
}

/** What a service account is bound to: outside of it nothing is allowed, whatever it was given. */
export interface Scope {
  kind: "account" | "namespace" | "project";
  /** "<name>.<account>" or a project's id; empty for the account. */
  id: string;
}

const WHOLE_ACCOUNT: Scope = { kind: "account", id: "" };

export interface CustomRoleContent {
  name: string;
  permissions: readonly CustomRolePermission[];
}

export interface AccessParts {
  own: PrincipalAccess;
  groups?: readonly { groupId: string; displayName: string; access: PrincipalAccess }[];
  scope?: Scope;
  /** By id; a role that is not here gives nothing. */
  customRoles?: ReadonlyMap<string, CustomRoleContent>;
  projectOf?: ProjectOf;
}

export function effectiveAccess(parts: AccessParts): EffectiveAccess {
  const { own, groups = [], scope = WHOLE_ACCOUNT, projectOf = new Map() } = parts;
  const customRoles = parts.customRoles ?? new Map<string, CustomRoleContent>();
  const grants: HeldGrant[] = grantsOf(own, customRoles).map((grant) => ({ grant }));
  for (const { groupId, displayName, access } of groups) {
    for (const grant of grantsOf(access, customRoles)) grants.push({ grant, via: { groupId, displayName } });
  }
  return { grants: grants.flatMap((held) => within(scope, held, projectOf)), projectOf };
}

/** Somebody with nothing but an account role. */
export function accessOfRole(accountRole: PrincipalAccess["accountRole"]): EffectiveAccess {
  return effectiveAccess({ own: { accountRole, ...NO_ACCESS_BEYOND_ROLE } });
}

export function grantsOf(
  access: PrincipalAccess,
  customRoles: ReadonlyMap<string, CustomRoleContent>,
): Grant[] {
  return [
    { kind: "account_role", role: access.accountRole },
    ...[...access.namespaces].map(
      ([namespace, permission]) => ({ kind: "namespace", namespace, permission }) as const,
    ),
    ...[...access.projects].map(([project, role]) => ({ kind: "project", project, role }) as const),
    ...access.customRoles.flatMap((roleId) => {
      const content = customRoles.get(roleId);
      return content === undefined ? [] : [{ kind: "custom_role", roleId, ...content } as const];
    }),
  ];
}

/** Within a scope, an account role is what everybody has, and nothing reaches beyond the one namespace or project. */
function within(scope: Scope, held: HeldGrant, projectOf: ProjectOf): HeldGrant[] {
  if (scope.kind === "account") return [held];
  const { grant } = held;
  if (grant.kind === "account_role") return [{ ...held, grant: { kind: "account_role", role: "none" } }];
  if (grant.kind === "namespace") {
    const isInside =
      scope.kind === "namespace" ? grant.namespace === scope.id : projectOf.get(grant.namespace) === scope.id;
    return isInside ? [held] : [];
  }
  return grant.kind === "project" && scope.kind === "project" && grant.project === scope.id ? [held] : [];
}
