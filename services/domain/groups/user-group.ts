// A group of users as the public message, and the spec of one as read.
import { temporal, timestampOfMs } from "#contracts";
import { readAccess, toAccess, type PrincipalAccess } from "#domain/roles";
import { readEmail } from "#domain/users";
import type { UserGroup } from "#prisma";
import { CloudError } from "#shared/errors";
import { resourceVersionOf } from "#shared/resource-version";
import type { GroupKind } from "./group-store.ts";

type ISpec = temporal.api.cloud.identity.v1.IUserGroupSpec;
const { ResourceState } = temporal.api.cloud.resource.v1;

/** Cloud groups are named like things in code; others as their identity provider names them. */
const CLOUD_NAME = /^[a-z0-9_-]{3,64}$/;
const NAME_LENGTH_MAX = 64;
/** The identity provider named it, for its own purposes. */
export const SCIM_NAME_LENGTH_MAX = 256;

export function toUserGroup(
  row: UserGroup,
  access: PrincipalAccess,
): temporal.api.cloud.identity.v1.IUserGroup {
  return {
    id: row.id,
    resourceVersion: resourceVersionOf(row),
    spec: { displayName: row.displayName, access: toAccess(access), ...toGroupType(row) },
    state: ResourceState.RESOURCE_STATE_ACTIVE,
    stateDeprecated: "active",
    asyncOperationId: row.asyncOperationId,
    createdTime: timestampOfMs(row.createdAt.getTime()),
    lastModifiedTime: timestampOfMs(row.updatedAt.getTime()),
  };
}

function toGroupType(row: UserGroup): ISpec {
  if (row.kind === "google") return { googleGroup: { emailAddress: row.externalId } };
  return row.kind === "scim" ? { scimGroup: { idpId: row.externalId } } : { cloudGroup: {} };
}

export interface GroupType {
  kind: GroupKind;
  externalId: string;
}

export interface GroupInput {
  displayName: string;
  access: PrincipalAccess;
  /** Undefined when the spec says none of the three. */
  type: GroupType | undefined;
}

/** `present` is the type of the group that the spec is for. Errors: INVALID_ARGUMENT naming what is wrong. */
export function readGroupSpec(spec: ISpec | null | undefined, present?: GroupType): GroupInput {
  const type = readGroupType(spec ?? {});
  return {
    displayName: readName(spec?.displayName, (type ?? present)?.kind),
    // Terraform makes a group first and gives it its access afterwards.
    access: readAccess(spec?.access ?? {}),
    type,
  };
}

function readGroupType(spec: ISpec): GroupType | undefined {
  const { cloudGroup, googleGroup, scimGroup } = spec;
  const given = [cloudGroup, googleGroup, scimGroup].filter((one) => one != null);
  if (given.length > 1) refuse("cloudGroup", "Give one of cloud_group, google_group and scim_group only.");
  if (cloudGroup != null) return { kind: "cloud", externalId: "" };
  if (scimGroup != null) return { kind: "scim", externalId: scimGroup.idpId ?? "" };
  if (googleGroup == null) return undefined;
  const address = readEmail(googleGroup.emailAddress, "spec.googleGroup.emailAddress");
  return { kind: "google", externalId: address };
}

function readName(text: string | null | undefined, kind: GroupKind | undefined): string {
  const name = (text ?? "").trim();
  if (kind === "cloud") {
    if (CLOUD_NAME.test(name)) return name;
    return refuse("displayName", "display_name must have 3 to 64 of a-z, 0-9, - and _.");
  }
  const max = kind === "scim" ? SCIM_NAME_LENGTH_MAX : NAME_LENGTH_MAX;
  if (name !== "" && name.length <= max && !/\p{Cc}/u.test(name)) return name;
  return refuse("displayName", `display_name must have 1 to ${max} printable characters.`);
}

function refuse(field: string, message: string): never {
  throw new CloudError("INVALID_ARGUMENT", message, { field: `spec.${field}` });
}
