// Deletes an endpoint: its cells forget it first, then the record, and its name is free.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { mutate, toAsyncOperation } from "#domain/operations";
import type { Prisma } from "#prisma";
import { checkResourceVersion } from "#shared/resource-version";
import { checkAdministersTarget, checkSettled } from "./endpoint-guards.ts";
import { findEndpoint } from "./nexus-endpoint-store.ts";
import { configurationOf } from "./nexus-endpoint.ts";

const ACTION = "cloud.nexusendpoint.delete";

export async function deleteNexusEndpoint(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IDeleteNexusEndpointRequest,
): Promise<temporal.api.cloud.cloudservice.v1.IDeleteNexusEndpointResponse> {
  const endpointId = request.endpointId ?? "";
  const mutated = await mutate(
    context,
    {
      action: ACTION,
      operationType: "DeleteNexusEndpoint",
      operationId: request.asyncOperationId,
      request: {
        typeName: "temporal.api.cloud.cloudservice.v1.DeleteNexusEndpointRequest",
        message: request,
      },
      resourceType: "nexusendpoint",
      resourceId: endpointId,
    },
    async (tx, operationId) => {
      const row = await findEndpoint(context, tx, { endpointId, action: ACTION });
      checkAdministersTarget(context, configurationOf(row).target.namespace);
      checkResourceVersion(row, request.resourceVersion);
      checkSettled(row);
      await tx.nexusEndpoint.update({
        where: { id: row.id },
        data: {
          state: "DELETING",
          asyncOperationId: operationId,
          resourceVersion: { increment: 1 },
          updatedAt: new Date(context.clock.now()),
        },
      });
      return {
        resourceId: row.id,
        before: row.spec as Prisma.InputJsonObject,
        workflow: { workflowType: "deleteNexusEndpoint", input: { endpointId: row.id } },
      };
    },
  );
  return { asyncOperation: toAsyncOperation(mutated.operation) };
}
