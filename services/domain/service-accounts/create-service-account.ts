// Makes a service account. Its name is unique among the active ones of its account.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { touchDirectory } from "#domain/directory";
import { mutate, type OperationRow } from "#domain/operations";
import { checkQuota } from "#domain/quotas";
import {
  accessDetails,
  checkAllowed,
  checkGrant,
  resourceOfScope,
  writePrincipalAccess,
} from "#domain/roles";
import { CloudError } from "#shared/errors";
import { readServiceAccountSpec } from "./service-account.ts";

const ACTION = "cloud.serviceaccount.create";

type Request = temporal.api.cloud.cloudservice.v1.ICreateServiceAccountRequest;

export async function createServiceAccount(
  context: DomainContext,
  request: Request,
): Promise<{ serviceAccountId: string; operation: OperationRow }> {
  const { accountId } = context.actor;
  const { operation } = await mutate(
    context,
    {
      action: ACTION,
      operationType: "CreateServiceAccount",
      operationId: request.asyncOperationId,
      request: {
        typeName: "temporal.api.cloud.cloudservice.v1.CreateServiceAccountRequest",
        message: request,
      },
      resourceType: "serviceaccount",
    },
    async (tx, asyncOperationId) => {
      const { name, description, access, scope, scopeId } = readServiceAccountSpec(request.spec);
      // Who administers the account makes any; who administers a namespace or a project makes those bound to it.
      checkAllowed(context.actor, ACTION, resourceOfScope({ scope, scopeId }));
      const active = { accountId, state: "ACTIVE" };
      const count = await tx.serviceAccount.count({ where: active });
      await checkQuota(tx, { accountId, name: "serviceAccountsPerAccount", count });
      await checkUniqueName(tx, { accountId, name });
      await checkGrant(tx, context, { after: access, scope: { kind: scope, id: scopeId } });
      const id = context.ids.uuid().replaceAll("-", "");
      const now = new Date(context.clock.now());
      const { accountRole } = access;
      await tx.serviceAccount.create({
        data: {
          ...{ ...active, id, name, description, accountRole, scope, scopeId, asyncOperationId },
          createdAt: now,
          updatedAt: now,
        },
      });
      await writePrincipalAccess(
        tx,
        { accountId, principalType: "service_account", principalId: id },
        access,
      );
      await touchDirectory(tx);
      return { resourceId: id, after: { name, scope, scopeId, ...accessDetails(access) } };
    },
  );
  return { serviceAccountId: operation.resourceId, operation };
}

/** Under the account's lock. Errors: ALREADY_EXISTS. */
export async function checkUniqueName(
  tx: Transaction,
  wanted: { accountId: string; name: string; exceptId?: string },
): Promise<void> {
  const { accountId, name, exceptId } = wanted;
  const others = exceptId === undefined ? {} : { id: { not: exceptId } };
  if ((await tx.serviceAccount.count({ where: { accountId, name, state: "ACTIVE", ...others } })) === 0)
    return;
  throw new CloudError("ALREADY_EXISTS", "There is already a service account with this name.", {
    field: "spec.name",
  });
}
