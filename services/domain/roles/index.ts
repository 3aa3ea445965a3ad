// The door of roles: what a principal may do, what it was given, and the rules of giving.
export { ACTIONS, isKnownAction } from "./actions.ts";
export {
  CUSTOM_ROLE_ACTIONS,
  RESOURCE_TYPES,
  type CustomRolePermission,
  type ResourceType,
} from "./custom-role-actions.ts";
export {
  ACCOUNT_ROLES,
  isAdministrator,
  LEVEL_OF_PROJECT_ROLE,
  NAMESPACE_PERMISSIONS,
  NO_ACCESS_BEYOND_ROLE,
  PRINCIPAL_TYPES,
  PROJECT_ROLES,
  type AccessBeyondRole,
  type AccountRole,
  type NamespacePermission,
  type PrincipalAccess,
  type PrincipalType,
  type ProjectRole,
} from "./role.ts";
export { isAllowed, checkAllowed, grantsThatAllow, isPossible } from "./is-allowed.ts";
export { accessOfRole, effectiveAccess, type EffectiveAccess, type HeldGrant } from "./effective-access.ts";
export type { Grant } from "./grant.ts";
export { checkGrant, checkCovers, checkGivable } from "./check-grant.ts";
export { dataPlaneAccess, type DataPlaneAccess } from "./data-plane-access.ts";
export {
  toAccess,
  toNamespaceAccess,
  toProjectAccess,
  readAccess,
  readPermission,
  readProjectRole,
  beyondAdministrators,
} from "./access-message.ts";
export {
  listAccess,
  listAllAccess,
  grantNamespaceAccess,
  dropNamespaceAccess,
  dropProjectAccess,
  type PrincipalRef,
} from "./access-store.ts";
export {
  accessDetails,
  dropPrincipalAccess,
  isSameAccess,
  readPrincipalAccess,
  writePrincipalAccess,
} from "./principal-access.ts";
export { allCustomRoleContents } from "./custom-role-store.ts";
export {
  accessOfRow,
  groupsOf,
  readEffectiveAccess,
  resourceOfScope,
  scopeOf,
  type GroupRow,
  type PrincipalRow,
} from "./read-effective-access.ts";
export { resolveActor, noActor, systemActor, operatorActor } from "./resolve-actor.ts";
