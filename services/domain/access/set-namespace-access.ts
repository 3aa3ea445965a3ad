// Gives a principal a permission on one namespace, changes it, or takes it away.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { findNamespace } from "#domain/namespaces";
import { readPermission, type NamespacePermission, type PrincipalType } from "#domain/roles";
import { CloudError } from "#shared/errors";
import { changeAccess, withEntry } from "./change-access.ts";
import type { Principal } from "./principal.ts";

type INamespaceAccess = temporal.api.cloud.identity.v1.INamespaceAccess;

export interface SetNamespaceAccessRequest {
  namespace?: string | null;
  access?: INamespaceAccess | null;
  resourceVersion?: string | null;
  asyncOperationId?: string | null;
}

const OPERATION = {
  user: { action: "cloud.namespace.setUserAccess", operationType: "SetUserNamespaceAccess" },
  group: { action: "cloud.namespace.setUserGroupAccess", operationType: "SetUserGroupNamespaceAccess" },
  service_account: {
    action: "cloud.namespace.setServiceAccountAccess",
    operationType: "SetServiceAccountNamespaceAccess",
  },
} as const satisfies Record<PrincipalType, { action: string; operationType: string }>;

export function setNamespaceAccess(
  context: DomainContext,
  principal: { principalType: PrincipalType; principalId: string | null | undefined },
  message: SetNamespaceAccessRequest,
): Promise<{ asyncOperation: temporal.api.cloud.operation.v1.IAsyncOperation }> {
  const { principalType } = principal;
  const { action, operationType } = OPERATION[principalType];
  const namespace = message.namespace ?? "";
  const request = {
    ...{ action, operationType, message, principalType, place: "namespace" as const },
    principalId: principal.principalId ?? "",
  };
  return changeAccess(context, request, async (tx, found, before) => {
    const row = await findNamespace(context, tx, { namespace, action });
    const permission = isRemoval(message.access) ? undefined : readPermission(message.access, "access");
    checkScope(found, { namespace: row.id, projectId: row.projectId, permission });
    return {
      after: { ...before, namespaces: withEntry(before.namespaces, row.id, permission) },
      details: {
        in: row.id,
        before: before.namespaces.get(row.id) ?? "none",
        after: permission ?? "none",
      },
    };
  });
}

/** Without a permission, what there is is taken away. */
function isRemoval(access: INamespaceAccess | null | undefined): boolean {
  return (access?.permission ?? 0) === 0 && (access?.permissionDeprecated ?? "") === "";
}

/** A bound service account keeps to its namespace or project. Errors: INVALID_ARGUMENT. */
function checkScope(
  principal: Principal,
  wanted: { namespace: string; projectId: string; permission: NamespacePermission | undefined },
): void {
  const { scope, scopeId } = principal;
  if (scope === "namespace" && (scopeId !== wanted.namespace || wanted.permission === undefined)) {
    throw new CloudError(
      "INVALID_ARGUMENT",
      "A service account of one namespace always has exactly one permission, on that namespace.",
      { field: "access" },
    );
  }
  if (scope === "project" && scopeId !== wanted.projectId) {
    throw new CloudError(
      "INVALID_ARGUMENT",
      "A service account of one project can be given permissions on that project's namespaces only.",
      { field: "namespace" },
    );
  }
}
