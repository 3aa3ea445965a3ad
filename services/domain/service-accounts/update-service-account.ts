// Changes a service account's name, description and what it may do. What it is bound to does not change.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { touchDirectory } from "#domain/directory";
import { mutate, type OperationRow } from "#domain/operations";
import {
  accessDetails,
  checkAllowed,
  checkGrant,
  isSameAccess,
  resourceOfScope,
  scopeOf,
  writePrincipalAccess,
} from "#domain/roles";
import type { ServiceAccount } from "#prisma";
import { CloudError } from "#shared/errors";
import { checkResourceVersion, nothingToChange } from "#shared/resource-version";
import { checkUniqueName } from "./create-service-account.ts";
import { findServiceAccount } from "./find-service-account.ts";
import { readServiceAccountSpec, type ServiceAccountInput } from "./service-account.ts";

const ACTION = "cloud.serviceaccount.update";

export async function updateServiceAccount(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IUpdateServiceAccountRequest,
): Promise<OperationRow> {
  const { accountId } = context.actor;
  const mutation = {
    action: ACTION,
    operationType: "UpdateServiceAccount",
    operationId: request.asyncOperationId,
    request: { typeName: "temporal.api.cloud.cloudservice.v1.UpdateServiceAccountRequest", message: request },
    resourceType: "serviceaccount",
    resourceId: request.serviceAccountId ?? "",
  };
  const { operation } = await mutate(context, mutation, async (tx, asyncOperationId) => {
    const row = await findServiceAccount(tx, context, request.serviceAccountId);
    checkAllowed(context.actor, ACTION, resourceOfScope(row));
    checkResourceVersion(row, request.resourceVersion);
    const input = readServiceAccountSpec(request.spec);
    checkSameScope(row, input);
    const { name, description, access } = input;
    const isSame = name === row.name && description === row.description && isSameAccess(access, row.access);
    if (isSame) throw nothingToChange();
    await checkUniqueName(tx, { accountId, name, exceptId: row.id });
    await checkGrant(tx, context, { before: row.access, after: access, scope: scopeOf({ ...row }) });
    await tx.serviceAccount.update({
      where: { id: row.id },
      data: {
        ...{ name, description, accountRole: access.accountRole, asyncOperationId },
        updatedAt: new Date(context.clock.now()),
        resourceVersion: { increment: 1 },
      },
    });
    const principal = { accountId, principalType: "service_account", principalId: row.id } as const;
    await writePrincipalAccess(tx, principal, access);
    await touchDirectory(tx);
    return {
      resourceId: row.id,
      before: { name: row.name, description: row.description, ...accessDetails(row.access) },
      after: { name, description, ...accessDetails(access) },
    };
  });
  return operation;
}

const SCOPE_FIELD = {
  account: "spec.access",
  namespace: "spec.namespaceScopedAccess.namespace",
  project: "spec.projectScopedAccess.projectId",
} as const;

function checkSameScope(row: ServiceAccount, input: ServiceAccountInput): void {
  if (input.scope === row.scope && input.scopeId === row.scopeId) return;
  throw new CloudError(
    "INVALID_ARGUMENT",
    "What a service account is bound to, the account, a namespace or a project, cannot be changed. Make another one.",
    { field: SCOPE_FIELD[input.scope] },
  );
}
