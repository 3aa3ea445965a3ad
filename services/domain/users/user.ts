// A user as the public message. Never holds the password's hash.
import { temporal, timestampOfMs } from "#contracts";
import { toAccess, type AccountRole, type NamespacePermission } from "#domain/roles";
import type { User } from "#prisma";
import { resourceVersionOf } from "#shared/resource-version";

const { ResourceState } = temporal.api.cloud.resource.v1;

const PUBLIC_STATE: Record<string, { state: number; deprecated: string }> = {
  ACTIVATING: { state: ResourceState.RESOURCE_STATE_ACTIVATING, deprecated: "activating" },
  ACTIVE: { state: ResourceState.RESOURCE_STATE_ACTIVE, deprecated: "active" },
  DELETED: { state: ResourceState.RESOURCE_STATE_DELETED, deprecated: "deleted" },
};

export function toUser(
  user: User,
  namespaces: ReadonlyMap<string, NamespacePermission>,
): temporal.api.cloud.identity.v1.IUser {
  const state = PUBLIC_STATE[user.state];
  return {
    id: user.id,
    resourceVersion: resourceVersionOf(user),
    spec: {
      email: user.email,
      // The column holds only names of ACCOUNT_ROLES.
      access: toAccess({ accountRole: user.accountRole as AccountRole, namespaces }),
    },
    state: state?.state ?? ResourceState.RESOURCE_STATE_UNSPECIFIED,
    stateDeprecated: state?.deprecated ?? "",
    asyncOperationId: user.asyncOperationId,
    createdTime: timestampOfMs(user.createdAt.getTime()),
    lastModifiedTime: timestampOfMs(user.updatedAt.getTime()),
  };
}
