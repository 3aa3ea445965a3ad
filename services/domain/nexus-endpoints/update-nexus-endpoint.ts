// Updates an endpoint's spec as a whole; callers and target stay as they were until every cell can have the new ones.
import { isDeepStrictEqual } from "node:util";
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { mutate, toAsyncOperation } from "#domain/operations";
import type { Prisma } from "#prisma";
import { checkResourceVersion, nothingToChange } from "#shared/resource-version";
import { checkAdministersTarget, checkNamespaces, checkSettled } from "./endpoint-guards.ts";
import { checkNameIsFree, findEndpoint } from "./nexus-endpoint-store.ts";
import { columnsOf, configurationOf } from "./nexus-endpoint.ts";
import { parseSpec } from "./parse-spec.ts";

const ACTION = "cloud.nexusendpoint.update";

export async function updateNexusEndpoint(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IUpdateNexusEndpointRequest,
): Promise<temporal.api.cloud.cloudservice.v1.IUpdateNexusEndpointResponse> {
  const { accountId } = context.actor;
  const endpointId = request.endpointId ?? "";
  const mutated = await mutate(
    context,
    {
      action: ACTION,
      operationType: "UpdateNexusEndpoint",
      operationId: request.asyncOperationId,
      request: {
        typeName: "temporal.api.cloud.cloudservice.v1.UpdateNexusEndpointRequest",
        message: request,
      },
      resourceType: "nexusendpoint",
      resourceId: endpointId,
    },
    async (tx, operationId) => {
      const row = await findEndpoint(context, tx, { endpointId, action: ACTION });
      const present = configurationOf(row);
      checkAdministersTarget(context, present.target.namespace);
      checkResourceVersion(row, request.resourceVersion);
      checkSettled(row);
      const next = parseSpec(request.spec ?? {});
      if (isDeepStrictEqual(next, present)) throw nothingToChange();
      await checkNamespaces(tx, accountId, next);
      checkAdministersTarget(context, next.target.namespace);
      await checkNameIsFree(tx, { accountId, name: next.name, endpointId });
      await tx.nexusEndpoint.update({
        where: { id: row.id },
        data: {
          ...columnsOf(next),
          state: "UPDATING",
          asyncOperationId: operationId,
          spec: next as unknown as Prisma.InputJsonObject,
          resourceVersion: { increment: 1 },
          generation: { increment: 1 },
          updatedAt: new Date(context.clock.now()),
        },
      });
      return {
        resourceId: row.id,
        before: row.spec as Prisma.InputJsonObject,
        after: next as unknown as Prisma.InputJsonObject,
        workflow: { workflowType: "updateNexusEndpoint", input: { endpointId: row.id } },
      };
    },
  );
  return { asyncOperation: toAsyncOperation(mutated.operation) };
}
