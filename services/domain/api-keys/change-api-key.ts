// Changes or deletes an API key. Both reach the gateway through the directory (T2).
import { timestampOfMs, type temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { touchDirectory } from "#domain/directory";
import { mutate, type Mutation, type OperationRow } from "#domain/operations";
import type { ApiKey } from "#prisma";
import { CloudError } from "#shared/errors";
import { checkResourceVersion, nothingToChange } from "#shared/resource-version";
import { readKeySpec, type KeySpec } from "./api-key.ts";
import { findKey } from "./key-owner.ts";

type UpdateRequest = temporal.api.cloud.cloudservice.v1.IUpdateApiKeyRequest;
type DeleteRequest = temporal.api.cloud.cloudservice.v1.IDeleteApiKeyRequest;

const SECOND_MS = 1_000;

export async function updateApiKey(context: DomainContext, request: UpdateRequest): Promise<OperationRow> {
  const mutation = mutationOf("update", "UpdateApiKey", request);
  const { operation } = await mutate(context, mutation, async (tx, asyncOperationId) => {
    const row = await findKey(tx, context, request.keyId ?? "");
    checkResourceVersion(row, request.resourceVersion);
    const now = context.clock.now();
    const spec = readChange(request, row, now);
    const { displayName, description, disabled } = spec;
    await tx.apiKey.update({
      where: { id: row.id },
      data: {
        ...{ displayName, description, disabled, asyncOperationId },
        updatedAt: new Date(now),
        resourceVersion: { increment: 1 },
      },
    });
    await touchDirectory(tx);
    return {
      resourceId: row.id,
      before: { displayName: row.displayName, description: row.description, disabled: row.disabled },
      after: { displayName, description, disabled },
    };
  });
  return operation;
}

export async function deleteApiKey(context: DomainContext, request: DeleteRequest): Promise<OperationRow> {
  const mutation = mutationOf("delete", "DeleteApiKey", request);
  const { operation } = await mutate(context, mutation, async (tx, asyncOperationId) => {
    const row = await findKey(tx, context, request.keyId ?? "");
    checkDeletable(context, row);
    checkResourceVersion(row, request.resourceVersion);
    await tx.apiKey.update({
      where: { id: row.id },
      data: {
        ...{ state: "DELETED", asyncOperationId },
        updatedAt: new Date(context.clock.now()),
        resourceVersion: { increment: 1 },
      },
    });
    await touchDirectory(tx);
    return { resourceId: row.id, before: { displayName: row.displayName, ownerId: row.ownerId } };
  });
  return operation;
}

/** A service account may rotate its own keys but not delete them: that is for whoever administers it. */
function checkDeletable(context: DomainContext, row: ApiKey): void {
  const isOwnOfServiceAccount =
    row.ownerType === "service_account" && row.ownerId === context.actor.principalId;
  const administers = context.actor.can("cloud.serviceaccount.update", { wholeAccount: true });
  if (!isOwnOfServiceAccount || administers) return;
  throw new CloudError("PERMISSION_DENIED", "A service account may not delete its own API keys.");
}

/** Errors: INVALID_ARGUMENT for what a signed token cannot change, and when nothing would change. */
function readChange(request: UpdateRequest, row: ApiKey, now: number): KeySpec {
  const storedExpiry = row.expiresAt.getTime();
  const expiryTime = request.spec?.expiryTime ?? timestampOfMs(storedExpiry);
  // An expired key can still be renamed or disabled: its own expiry is not judged again.
  const spec = readKeySpec({ ...request.spec, expiryTime }, Math.min(now, storedExpiry - SECOND_MS));
  const sameSecond = Math.floor(spec.expiresAt / SECOND_MS) === Math.floor(storedExpiry / SECOND_MS);
  const isSameOwner = spec.ownerId === "" || spec.ownerId === row.ownerId;
  if (!sameSecond || !isSameOwner) {
    throw new CloudError(
      "INVALID_ARGUMENT",
      "expiry_time and owner of a key cannot be changed. Make a new key.",
    );
  }
  const isSame =
    spec.displayName === row.displayName &&
    spec.description === row.description &&
    spec.disabled === row.disabled;
  if (isSame) throw nothingToChange();
  return spec;
}

function mutationOf(verb: string, operationType: string, request: UpdateRequest | DeleteRequest): Mutation {
  return {
    action: `cloud.apikey.${verb}`,
    operationType,
    operationId: request.asyncOperationId,
    request: { typeName: `temporal.api.cloud.cloudservice.v1.${operationType}Request`, message: request },
    resourceType: "apikey",
    resourceId: request.keyId ?? "",
  };
}
