// Makes an API key. The token is in the answer of this one call and nowhere else: a repeat of the request finds the
// operation but gets no token.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { touchDirectory } from "#domain/directory";
import { mutate, type OperationRow } from "#domain/operations";
import { readKeySpec } from "./api-key.ts";
import { issueApiKey } from "./issue-api-key.ts";
import { checkNewOwner } from "./key-owner.ts";

type Request = temporal.api.cloud.cloudservice.v1.ICreateApiKeyRequest;

export async function createApiKey(
  context: DomainContext,
  request: Request,
): Promise<{ keyId: string; token: string; operation: OperationRow }> {
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
      const spec = readKeySpec(request.spec, context.clock.now());
      const owner = await checkNewOwner(tx, context, spec);
      const issued = await issueApiKey(tx, context, { ...spec, owner, operationId });
      token = issued.token;
      await touchDirectory(tx);
      return {
        resourceId: issued.keyId,
        after: { ...owner, displayName: spec.displayName, disabled: spec.disabled },
      };
    },
  );
  return { keyId: operation.resourceId, token: isRepeat ? "" : token, operation };
}
