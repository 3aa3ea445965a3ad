// The door of roles: what a principal may do.
export { ACTIONS, isKnownAction } from "./actions.ts";
export {
  ACCOUNT_ROLES,
  NAMESPACE_PERMISSIONS,
  PRINCIPAL_TYPES,
  type AccountRole,
  type NamespacePermission,
  type PrincipalAccess,
  type PrincipalType,
} from "./role.ts";
export { isAllowed, checkAllowed } from "./is-allowed.ts";
export { dataPlaneAccess, type DataPlaneAccess } from "./data-plane-access.ts";
export { toAccess, readAccess } from "./access-message.ts";
export {
  listNamespaceAccess,
  grantNamespaceAccess,
  setNamespaceAccess,
  dropNamespaceAccess,
  type PrincipalRef,
} from "./access-store.ts";
export {
  accessDetails,
  checkGrant,
  dropPrincipalAccess,
  isSameAccess,
  readPrincipalAccess,
  writePrincipalAccess,
} from "./principal-access.ts";
export { resolveActor, noActor, systemActor, operatorActor } from "./resolve-actor.ts";
