// An API key as the public message, and its spec as read from one. The token itself is in neither.
import { msOfTimestamp, temporal, timestampOfMs } from "#contracts";
import type { ApiKey } from "#prisma";
import { CloudError } from "#shared/errors";
import { resourceVersionOf } from "#shared/resource-version";

type IApiKeySpec = temporal.api.cloud.identity.v1.IApiKeySpec;
const { OwnerType } = temporal.api.cloud.identity.v1;
const { ResourceState } = temporal.api.cloud.resource.v1;

export type KeyOwnerType = "user" | "service_account";

export interface KeySpec {
  ownerId: string;
  ownerType: KeyOwnerType;
  displayName: string;
  description: string;
  expiresAt: number;
  disabled: boolean;
}

const DISPLAY_NAME_LENGTH_MAX = 128;
const DESCRIPTION_LENGTH_MAX = 512;
const LIFETIME_MAX_MS = 2 * 366 * 86_400_000;

export function toApiKey(row: ApiKey, now: number): temporal.api.cloud.identity.v1.IApiKey {
  const isUser = row.ownerType === "user";
  const isExpired = row.expiresAt.getTime() <= now;
  return {
    id: row.id,
    resourceVersion: resourceVersionOf(row),
    spec: {
      ownerId: row.ownerId,
      ownerType: isUser ? OwnerType.OWNER_TYPE_USER : OwnerType.OWNER_TYPE_SERVICE_ACCOUNT,
      ownerTypeDeprecated: isUser ? "user" : "service-account",
      displayName: row.displayName,
      description: row.description,
      expiryTime: timestampOfMs(row.expiresAt.getTime()),
      disabled: row.disabled,
    },
    state: isExpired ? ResourceState.RESOURCE_STATE_EXPIRED : ResourceState.RESOURCE_STATE_ACTIVE,
    stateDeprecated: isExpired ? "expired" : "active",
    asyncOperationId: row.asyncOperationId,
    createdTime: timestampOfMs(row.createdAt.getTime()),
    lastModifiedTime: timestampOfMs(row.updatedAt.getTime()),
  };
}

/** Errors: INVALID_ARGUMENT naming the field that is wrong; `expiryField` where the request has the end elsewhere. */
export function readKeySpec(
  spec: IApiKeySpec | null | undefined,
  now: number,
  expiryField = "spec.expiryTime",
): KeySpec {
  const expiresAt = msOfTimestamp(spec?.expiryTime);
  if (expiresAt === undefined) refuse(expiryField, "expiry_time is required: every key ends.");
  if (expiresAt <= now) refuse(expiryField, "expiry_time must be in the future.");
  if (expiresAt > now + LIFETIME_MAX_MS) refuse(expiryField, "expiry_time must be within 2 years.");
  return {
    ownerId: spec?.ownerId ?? "",
    ownerType: readOwnerType(spec),
    displayName: readText(spec?.displayName, "displayName", DISPLAY_NAME_LENGTH_MAX, 1),
    description: readText(spec?.description, "description", DESCRIPTION_LENGTH_MAX, 0),
    expiresAt,
    disabled: spec?.disabled ?? false,
  };
}

export function readOwnerType(
  owner: { ownerType?: number | null; ownerTypeDeprecated?: string | null } | null | undefined,
): KeyOwnerType {
  const type = owner?.ownerType ?? OwnerType.OWNER_TYPE_UNSPECIFIED;
  const deprecated = (owner?.ownerTypeDeprecated ?? "").toLowerCase();
  if (type === OwnerType.OWNER_TYPE_SERVICE_ACCOUNT || /^service.?account$/.test(deprecated)) {
    return "service_account";
  }
  if (type === OwnerType.OWNER_TYPE_USER || deprecated === "user") return "user";
  if (type === OwnerType.OWNER_TYPE_UNSPECIFIED && deprecated === "") return "user";
  return refuse("spec.ownerType", "owner_type must be user or service account.");
}

function readText(text: string | null | undefined, field: string, max: number, min: number): string {
  const trimmed = (text ?? "").trim();
  if (trimmed.length >= min && trimmed.length <= max && !/\p{Cc}/u.test(trimmed)) return trimmed;
  return refuse(`spec.${field}`, `${field} must have ${min} to ${max} printable characters.`);
}

function refuse(field: string, message: string): never {
  throw new CloudError("INVALID_ARGUMENT", message, { field });
}
