// Makes a service account. Its name is unique among the active ones of its account.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { touchDirectory } from "#domain/directory";
import { mutate, type OperationRow } from "#domain/operations";
import { checkQuota } from "#domain/quotas";
import { setNamespaceAccess, type PrincipalAccess } from "#domain/roles";
import { CloudError } from "#shared/errors";
import { readServiceAccountSpec } from "./service-account.ts";

type Request = temporal.api.cloud.cloudservice.v1.ICreateServiceAccountRequest;

export async function createServiceAccount(
  context: DomainContext,
  request: Request,
): Promise<{ serviceAccountId: string; operation: OperationRow }> {
  const { accountId } = context.actor;
  const { operation } = await mutate(
    context,
    {
      action: "cloud.serviceaccount.create",
      operationType: "CreateServiceAccount",
      operationId: request.asyncOperationId,
      request: {
        typeName: "temporal.api.cloud.cloudservice.v1.CreateServiceAccountRequest",
        message: request,
      },
      resourceType: "serviceaccount",
    },
    async (tx, asyncOperationId) => {
      const { name, description, access } = readServiceAccountSpec(request.spec);
      const active = { accountId, state: "ACTIVE" };
      const count = await tx.serviceAccount.count({ where: active });
      await checkQuota(tx, { accountId, name: "serviceAccountsPerAccount", count });
      if ((await tx.serviceAccount.count({ where: { ...active, name } })) > 0) {
        throw new CloudError("ALREADY_EXISTS", "There is already a service account with this name.");
      }
      await checkGrant(tx, context, access);
      const id = context.ids.uuid().replaceAll("-", "");
      const now = new Date(context.clock.now());
      const { accountRole, namespaces } = access;
      await tx.serviceAccount.create({
        data: {
          ...{ ...active, id, name, description, accountRole, asyncOperationId },
          createdAt: now,
          updatedAt: now,
        },
      });
      await setNamespaceAccess(tx, {
        ...{ accountId, principalType: "service_account", principalId: id },
        namespaces,
      });
      await touchDirectory(tx);
      return { resourceId: id, after: { name, accountRole, namespaces: Object.fromEntries(namespaces) } };
    },
  );
  return { serviceAccountId: operation.resourceId, operation };
}

/** Nobody gives more than they have, and only namespaces of the account can be named. */
async function checkGrant(tx: Transaction, context: DomainContext, access: PrincipalAccess): Promise<void> {
  const isOwnersBusiness = access.accountRole === "owner" || access.accountRole === "finance_admin";
  if (isOwnersBusiness && !context.actor.can("cloud.billing.update")) {
    throw new CloudError("PERMISSION_DENIED", "Only an owner can give this account role.");
  }
  const names = [...access.namespaces.keys()];
  const known = await tx.namespace.count({
    where: { accountId: context.actor.accountId, id: { in: names } },
  });
  if (known === names.length) return;
  throw new CloudError("NOT_FOUND", "namespace_accesses names a namespace that is not in your account.", {
    field: "spec.access.namespaceAccesses",
  });
}
