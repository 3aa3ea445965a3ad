// A user as the public message, and the spec of one as read. Never holds the password's hash.
import { temporal, timestampOfMs } from "#contracts";
import { readAccess, toAccess, type PrincipalAccess } from "#domain/roles";
import type { User, UserInvitation } from "#prisma";
import { resourceVersionOf } from "#shared/resource-version";
import { readEmail } from "./email.ts";

const { ResourceState } = temporal.api.cloud.resource.v1;

/** An invitation that waits does not show in the state: clients that made a user read it back active. */
const PUBLIC_STATE: Record<string, { state: number; deprecated: string }> = {
  ACTIVATING: { state: ResourceState.RESOURCE_STATE_ACTIVATING, deprecated: "activating" },
  ACTIVE: { state: ResourceState.RESOURCE_STATE_ACTIVE, deprecated: "active" },
  // Deactivated by the account's identity provider.
  SUSPENDED: { state: ResourceState.RESOURCE_STATE_SUSPENDED, deprecated: "suspended" },
};

export function toUser(
  user: User,
  access: PrincipalAccess,
  invitation?: UserInvitation,
): temporal.api.cloud.identity.v1.IUser {
  const state = PUBLIC_STATE[user.state];
  return {
    id: user.id,
    resourceVersion: resourceVersionOf(user),
    spec: { email: user.email, access: toAccess(access) },
    state: state?.state ?? ResourceState.RESOURCE_STATE_UNSPECIFIED,
    stateDeprecated: state?.deprecated ?? "",
    asyncOperationId: user.asyncOperationId,
    ...(invitation === undefined
      ? {}
      : {
          invitation: {
            createdTime: timestampOfMs(invitation.createdAt.getTime()),
            expiredTime: timestampOfMs(invitation.expiresAt.getTime()),
          },
        }),
    createdTime: timestampOfMs(user.createdAt.getTime()),
    lastModifiedTime: timestampOfMs(user.updatedAt.getTime()),
  };
}

/** Errors: INVALID_ARGUMENT naming what is wrong. */
export function readUserSpec(spec: temporal.api.cloud.identity.v1.IUserSpec | null | undefined): {
  email: string;
  access: PrincipalAccess;
} {
  return { email: readEmail(spec?.email, "spec.email"), access: readAccess(spec?.access) };
}
