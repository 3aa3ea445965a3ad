// Takes the account's provisioning gate away: roles alone decide again who makes namespaces.
import type { cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import { mutate, type OperationRow } from "#domain/operations";
import { checkResourceVersion } from "#shared/resource-version";
import { findGate, specOf } from "./get-gate.ts";

export async function deleteProvisioningGate(
  context: DomainContext,
  request: cloudV1.IDeleteProvisioningGateRequest,
): Promise<OperationRow> {
  const { accountId } = context.actor;
  const mutation = {
    ...{ action: "cloud.provisioninggate.delete", operationType: "DeleteProvisioningGate" },
    operationId: request.asyncOperationId,
    request: { typeName: "cellplane.cloud.v1.DeleteProvisioningGateRequest", message: request },
    ...{ resourceType: "provisioninggate", resourceId: accountId },
  };
  const { operation } = await mutate(context, mutation, async (tx) => {
    const row = await findGate(tx, accountId);
    checkResourceVersion(row, request.resourceVersion);
    await tx.provisioningGate.delete({ where: { accountId } });
    return { resourceId: accountId, before: { ...specOf(row) } };
  });
  return operation;
}
