// Turns the recording of acts upon what runs in a namespace on or off. The gateways learn it with the directory.
import type { cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import { touchDirectory } from "#domain/directory";
import { findNamespace } from "#domain/namespaces";
import { mutate, type OperationRow } from "#domain/operations";
import { checkResourceVersion, nothingToChange } from "#shared/resource-version";
import { NEVER_CHANGED } from "./get-namespace-audit.ts";

const ACTION = "cloud.namespace.update";

export async function updateNamespaceAudit(
  context: DomainContext,
  request: cloudV1.IUpdateNamespaceAuditRequest,
): Promise<OperationRow> {
  const namespace = request.namespace ?? "";
  const enabled = request.enabled === true;
  const { operation } = await mutate(
    context,
    {
      action: ACTION,
      operationType: "UpdateNamespaceAudit",
      operationId: request.asyncOperationId,
      request: { typeName: "cellplane.cloud.v1.UpdateNamespaceAuditRequest", message: request },
      resourceType: "namespace",
      resourceId: namespace,
    },
    async (tx) => {
      const { id, namespaceId, accountId } = await findNamespace(context, tx, { namespace, action: ACTION });
      const before = (await tx.namespaceAudit.findUnique({ where: { namespaceId } })) ?? NEVER_CHANGED;
      checkResourceVersion(before, request.resourceVersion);
      if (before.enabled === enabled) throw nothingToChange();
      const data = {
        enabled,
        resourceVersion: before.resourceVersion + 1,
        updatedAt: new Date(context.clock.now()),
      };
      await tx.namespaceAudit.upsert({
        where: { namespaceId },
        create: { namespaceId, accountId, ...data },
        update: data,
      });
      await touchDirectory(tx);
      return { resourceId: id, before: { enabled: before.enabled }, after: { enabled } };
    },
  );
  return operation;
}
