// What a service account is bound to, for good.
import type { Schemas } from "#api/client";

export function scopeOf({ spec }: Schemas["temporal.api.cloud.identity.v1.ServiceAccount"]): string {
  if (spec?.namespaceScopedAccess !== undefined)
    return `namespace ${spec.namespaceScopedAccess.namespace ?? ""}`;
  if (spec?.projectScopedAccess !== undefined) return `project ${spec.projectScopedAccess.projectId ?? ""}`;
  return "the account";
}
