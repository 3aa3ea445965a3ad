// What a principal may do on running namespaces, in the words of the directory that the gateway serves from. Pure.
import type { EffectiveAccess } from "./effective-access.ts";
import { levelOn } from "./grant.ts";
import { includesPermission, isAdministrator, type NamespacePermission } from "./role.ts";

export interface DataPlaneAccess {
  /** "admin" for owners and admins, else empty. */
  allNamespacesPermission: "admin" | "";
  namespacePermissions: Record<string, NamespacePermission>;
}

/** `namespaces` are those of the account: a project's role and a custom role reach the ones that are there. */
export function dataPlaneAccess(access: EffectiveAccess, namespaces: readonly string[]): DataPlaneAccess {
  const isAdmin = access.grants.some(
    ({ grant }) => grant.kind === "account_role" && isAdministrator(grant.role),
  );
  if (isAdmin) return { allNamespacesPermission: "admin", namespacePermissions: {} };
  const namespacePermissions: Record<string, NamespacePermission> = {};
  for (const { grant } of access.grants) {
    const reached = grant.kind === "namespace" ? [grant.namespace] : namespaces;
    // An account role that is no administrator's says nothing about workflows.
    for (const namespace of grant.kind === "account_role" ? [] : reached) {
      const level = levelOn(grant, namespace, access.projectOf);
      if (level === undefined || level === "list") continue;
      if (!includesPermission(namespacePermissions[namespace], level))
        namespacePermissions[namespace] = level;
    }
  }
  return { allNamespacesPermission: "", namespacePermissions };
}
