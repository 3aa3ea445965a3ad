// Makes an API key. The token is in the answer of this one call and nowhere else: a repeat of the request finds the
// operation but gets no token.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { touchDirectory } from "#domain/directory";
import { mutate, type OperationRow } from "#domain/operations";
import { checkQuota } from "#domain/quotas";
import { readKeySpec } from "./api-key.ts";
import { hashApiKey, signApiKey } from "./api-key-token.ts";
import { checkNewOwner } from "./key-owner.ts";
import { currentSigner } from "./signing-keys.ts";

type Request = temporal.api.cloud.cloudservice.v1.ICreateApiKeyRequest;

const KEY_ID_LENGTH = 24;
const LAST_CHARACTERS = 4;

export async function createApiKey(
  context: DomainContext,
  request: Request,
): Promise<{ keyId: string; token: string; operation: OperationRow }> {
  const { accountId } = context.actor;
  let token = "";
  const { operation, isRepeat } = await mutate(
    context,
    {
      action: "cloud.apikey.create",
      operationType: "CreateApiKey",
      operationId: request.asyncOperationId,
      request: { typeName: "temporal.api.cloud.cloudservice.v1.CreateApiKeyRequest", message: request },
      resourceType: "apikey",
    },
    async (tx, operationId) => {
      const now = context.clock.now();
      const spec = readKeySpec(request.spec, now);
      const owner = await checkNewOwner(tx, context, spec);
      const held = await tx.apiKey.count({
        where: { ownerId: owner.ownerId, state: "ACTIVE", expiresAt: { gt: new Date(now) } },
      });
      checkQuota(owner.ownerType === "user" ? "apiKeysPerUser" : "apiKeysPerServiceAccount", held);
      const signer = await currentSigner(tx, context);
      const keyId = context.ids.short(KEY_ID_LENGTH);
      const facts = {
        keyId,
        principalId: owner.ownerId,
        accountId,
        issuedAt: now,
        expiresAt: spec.expiresAt,
      };
      token = await signApiKey(signer, facts);
      await tx.apiKey.create({
        data: {
          ...owner,
          id: keyId,
          accountId,
          displayName: spec.displayName,
          description: spec.description,
          disabled: spec.disabled,
          state: "ACTIVE",
          tokenSha256: hashApiKey(token),
          tokenLastFour: token.slice(-LAST_CHARACTERS),
          signingKeyId: signer.keyId,
          asyncOperationId: operationId,
          expiresAt: new Date(spec.expiresAt),
          createdAt: new Date(now),
          updatedAt: new Date(now),
        },
      });
      await touchDirectory(tx);
      return {
        resourceId: keyId,
        after: { ...owner, displayName: spec.displayName, disabled: spec.disabled },
      };
    },
  );
  return { keyId: operation.resourceId, token: isRepeat ? "" : token, operation };
}
