// Puts a new API key in the place of one: same owner, name and description. The old key lives on for an overlap, in
// which whoever holds it changes over, and then ends by itself. A service account may do this for itself.
import { msOfDuration, msOfTimestamp, timestampOfMs, type cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import { touchDirectory } from "#domain/directory";
import { mutate, type OperationRow } from "#domain/operations";
import type { ApiKey } from "#prisma";
import { CloudError } from "#shared/errors";
import { checkResourceVersion } from "#shared/resource-version";
import { readKeySpec, type KeyOwnerType } from "./api-key.ts";
import { issueApiKey } from "./issue-api-key.ts";
import { findKey } from "./key-owner.ts";

const DAY_MS = 86_400_000;
export const OVERLAP_MAX_MS = 30 * DAY_MS;

export async function rotateApiKey(
  context: DomainContext,
  request: cloudV1.IRotateApiKeyRequest,
): Promise<{ keyId: string; token: string; operation: OperationRow }> {
  let token = "";
  const { operation, isRepeat } = await mutate(
    context,
    {
      action: "cloud.apikey.rotate",
      operationType: "RotateApiKey",
      operationId: request.asyncOperationId,
      request: { typeName: "cellplane.cloud.v1.RotateApiKeyRequest", message: request },
      resourceType: "apikey",
      resourceId: request.keyId ?? "",
    },
    async (tx, operationId) => {
      const old = await findKey(tx, context, request.keyId ?? "");
      checkResourceVersion(old, request.resourceVersion);
      const now = context.clock.now();
      checkUsable(old, now);
      const oldExpiresAt = Math.min(old.expiresAt.getTime(), now + readOverlap(request));
      const issued = await issueApiKey(tx, context, {
        // The column holds only what CreateApiKey wrote.
        owner: { ownerId: old.ownerId, ownerType: old.ownerType as KeyOwnerType },
        displayName: old.displayName,
        description: old.description,
        disabled: false,
        expiresAt: readExpiry(request, old, now),
        operationId,
        replacesKeyId: old.id,
      });
      token = issued.token;
      await tx.apiKey.update({
        where: { id: old.id },
        data: {
          ...{ expiresAt: new Date(oldExpiresAt), asyncOperationId: operationId },
          updatedAt: new Date(now),
          resourceVersion: { increment: 1 },
        },
      });
      await touchDirectory(tx);
      return {
        resourceId: issued.keyId,
        before: { keyId: old.id, expiresAt: old.expiresAt.toISOString() },
        after: { keyId: issued.keyId, oldKeyExpiresAt: new Date(oldExpiresAt).toISOString() },
      };
    },
  );
  return { keyId: operation.resourceId, token: isRepeat ? "" : token, operation };
}

function checkUsable(key: ApiKey, now: number): void {
  if (!key.disabled && key.expiresAt.getTime() > now) return;
  throw new CloudError(
    "FAILED_PRECONDITION",
    "Only a key that works can be rotated: this one is disabled or expired. Make a new key instead.",
  );
}

function readOverlap(request: cloudV1.IRotateApiKeyRequest): number {
  const overlapMs = msOfDuration(request.overlap) ?? 0;
  if (overlapMs >= 0 && overlapMs <= OVERLAP_MAX_MS) return overlapMs;
  throw new CloudError("INVALID_ARGUMENT", `overlap must be 0 to ${OVERLAP_MAX_MS / DAY_MS} days.`, {
    field: "overlap",
  });
}

/** Under the rules of a new key. Without an end the new key gets the lifetime that the old one was made with. */
function readExpiry(request: cloudV1.IRotateApiKeyRequest, old: ApiKey, now: number): number {
  const given = msOfTimestamp(request.expiryTime);
  const expiresAt = given ?? now + old.expiresAt.getTime() - old.createdAt.getTime();
  const spec = { displayName: old.displayName, expiryTime: timestampOfMs(expiresAt) };
  return readKeySpec(spec, now, "expiryTime").expiresAt;
}
