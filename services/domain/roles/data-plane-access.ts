// What a principal may do on running namespaces, in the words of the directory that the gateway serves from. Pure.
import { isAdministrator, type NamespacePermission, type PrincipalAccess } from "./role.ts";

export interface DataPlaneAccess {
  /** "admin" for owners and admins, else empty. */
  allNamespacesPermission: "admin" | "";
  namespacePermissions: Record<string, NamespacePermission>;
}

export function dataPlaneAccess(access: PrincipalAccess): DataPlaneAccess {
  if (isAdministrator(access.accountRole)) {
    return { allNamespacesPermission: "admin", namespacePermissions: {} };
  }
  return { allNamespacesPermission: "", namespacePermissions: Object.fromEntries(access.namespaces) };
}
