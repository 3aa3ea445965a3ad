// Keeps the secret of the account's client at its provider, sealed; the operation records that it was set, never what.
import type { cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import { mutate, type OperationRow } from "#domain/operations";
import { CloudError } from "#shared/errors";
import { findProvider, secretPurpose } from "./get-identity-provider.ts";

const SECRET_LENGTH_MAX = 4_096;

/** Errors: NOT_FOUND while the account has no provider. */
export async function setIdentityProviderSecret(
  context: DomainContext,
  request: cloudV1.ISetIdentityProviderSecretRequest,
): Promise<OperationRow> {
  const { accountId } = context.actor;
  const { clientSecret, ...message } = request;
  const secret = clientSecret ?? "";
  const mutation = {
    ...{ action: "cloud.identityprovider.update", operationType: "SetIdentityProviderSecret" },
    operationId: request.asyncOperationId,
    request: { typeName: "cellplane.cloud.v1.SetIdentityProviderSecretRequest", message },
    ...{ resourceType: "identityprovider", resourceId: accountId },
  };
  const { operation } = await mutate(context, mutation, async (tx) => {
    if (secret.length > SECRET_LENGTH_MAX || /\p{Cc}/u.test(secret)) {
      throw new CloudError(
        "INVALID_ARGUMENT",
        `client_secret must have at most ${SECRET_LENGTH_MAX} printable characters.`,
        {
          field: "clientSecret",
        },
      );
    }
    const row = await findProvider(tx, accountId);
    await tx.identityProvider.update({
      where: { accountId },
      data: {
        sealedClientSecret: secret === "" ? "" : context.envelope.seal(secret, secretPurpose(accountId)),
        updatedAt: new Date(context.clock.now()),
        resourceVersion: { increment: 1 },
      },
    });
    const before = { hasClientSecret: row.sealedClientSecret !== "" };
    return { resourceId: accountId, before, after: { hasClientSecret: secret !== "" } };
  });
  return operation;
}
