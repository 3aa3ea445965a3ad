// Ends single sign-on for the account. Who came in only by it sets a password by the link for forgotten ones.
import type { cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import { mutate, type OperationRow } from "#domain/operations";
import { checkResourceVersion } from "#shared/resource-version";
import { findProvider, specOf } from "./get-identity-provider.ts";

export async function deleteIdentityProvider(
  context: DomainContext,
  request: cloudV1.IDeleteIdentityProviderRequest,
): Promise<OperationRow> {
  const { accountId } = context.actor;
  const mutation = {
    ...{ action: "cloud.identityprovider.delete", operationType: "DeleteIdentityProvider" },
    operationId: request.asyncOperationId,
    request: { typeName: "cellplane.cloud.v1.DeleteIdentityProviderRequest", message: request },
    ...{ resourceType: "identityprovider", resourceId: accountId },
  };
  const { operation } = await mutate(context, mutation, async (tx) => {
    const row = await findProvider(tx, accountId);
    checkResourceVersion(row, request.resourceVersion);
    await tx.identityProvider.delete({ where: { accountId } });
    // Another provider under the same issuer could give the same subject to another person.
    await tx.ssoIdentity.deleteMany({ where: { accountId } });
    return { resourceId: accountId, before: { ...specOf(row) } };
  });
  return operation;
}
