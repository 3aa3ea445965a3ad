// Deletes a namespace. From this transaction on the edge refuses it; its name stays taken until the workflow ends.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { touchDirectory } from "#domain/directory";
import { mutate, toAsyncOperation } from "#domain/operations";
import type { Prisma } from "#prisma";
import { CloudError } from "#shared/errors";
import { checkNoEndpointTarget, checkResourceVersion, checkSettled } from "./change-guards.ts";
import { configurationOf } from "./namespace.ts";
import { findNamespace } from "./namespace-store.ts";

const ACTION = "cloud.namespace.delete";

export async function deleteNamespace(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IDeleteNamespaceRequest,
): Promise<temporal.api.cloud.cloudservice.v1.IDeleteNamespaceResponse> {
  const namespace = request.namespace ?? "";
  const mutated = await mutate(
    context,
    {
      action: ACTION,
      operationType: "DeleteNamespace",
      operationId: request.asyncOperationId,
      request: { typeName: "temporal.api.cloud.cloudservice.v1.DeleteNamespaceRequest", message: request },
      resourceType: "namespace",
      resourceId: namespace,
    },
    async (tx, operationId) => {
      const row = await findNamespace(context, tx, { namespace, action: ACTION });
      checkResourceVersion(row, request.resourceVersion);
      checkSettled(row);
      await checkNoEndpointTarget(tx, row);
      if (configurationOf(row).deleteProtection) {
        throw new CloudError(
          "FAILED_PRECONDITION",
          "The namespace is protected from deletion. Disable lifecycle.enable_delete_protection first.",
        );
      }
      await tx.namespace.update({
        where: { id: row.id },
        data: {
          state: "DELETING",
          asyncOperationId: operationId,
          resourceVersion: { increment: 1 },
          updatedAt: new Date(context.clock.now()),
        },
      });
      await touchDirectory(tx);
      return {
        resourceId: row.id,
        before: row.spec as Prisma.InputJsonObject,
        workflow: { workflowType: "deleteNamespace", input: { namespace: row.id } },
      };
    },
  );
  return { asyncOperation: toAsyncOperation(mutated.operation) };
}
