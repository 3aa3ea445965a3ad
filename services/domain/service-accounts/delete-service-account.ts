// Deletes a service account, and its keys with it: dead at the API with the transaction, at the gateways within 10 s
// (T2).
import type { temporal } from "#contracts";
import { endKeysOf } from "#domain/api-keys";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { touchDirectory } from "#domain/directory";
import { mutate, type OperationRow } from "#domain/operations";
import { accessDetails, checkAllowed, checkGrant, dropPrincipalAccess, resourceOfScope } from "#domain/roles";
import { checkResourceVersion } from "#shared/resource-version";
import { findServiceAccount } from "./find-service-account.ts";

const ACTION = "cloud.serviceaccount.delete";

export async function deleteServiceAccount(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IDeleteServiceAccountRequest,
): Promise<OperationRow> {
  const mutation = {
    action: ACTION,
    operationType: "DeleteServiceAccount",
    operationId: request.asyncOperationId,
    request: { typeName: "temporal.api.cloud.cloudservice.v1.DeleteServiceAccountRequest", message: request },
    resourceType: "serviceaccount",
    resourceId: request.serviceAccountId ?? "",
  };
  const { operation } = await mutate(context, mutation, async (tx) => {
    const row = await findServiceAccount(tx, context, request.serviceAccountId);
    checkAllowed(context.actor, ACTION, resourceOfScope(row));
    checkResourceVersion(row, request.resourceVersion);
    await checkGrant(tx, context, { before: row.access });
    const { accountId, id } = row;
    await removeServiceAccount(tx, { accountId, id, now: context.clock.now() });
    await touchDirectory(tx);
    return { resourceId: id, before: { name: row.name, ...accessDetails(row.access) } };
  });
  return operation;
}

/** Those that are bound to a namespace or a project go with it; the caller touches the directory. */
export async function removeServiceAccountsOf(
  tx: Transaction,
  bound: { accountId: string; scope: "namespace" | "project"; scopeId: string; now: number },
): Promise<void> {
  const { accountId, scope, scopeId, now } = bound;
  const rows = await tx.serviceAccount.findMany({
    where: { accountId, scope, scopeId },
    select: { id: true },
  });
  for (const { id } of rows) await removeServiceAccount(tx, { accountId, id, now });
}

/** No row is left but its keys as deleted ones, so that their use is recognised. */
async function removeServiceAccount(
  tx: Transaction,
  row: { accountId: string; id: string; now: number },
): Promise<void> {
  const { accountId, id, now } = row;
  await dropPrincipalAccess(tx, { accountId, principalId: id });
  await endKeysOf(tx, { accountId, ownerId: id, now });
  await tx.serviceAccount.deleteMany({ where: { accountId, id } });
}
