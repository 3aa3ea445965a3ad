// Changes an export sink. It goes on where it stood: what closed while it was disabled is exported when it is enabled, as
// far as retention kept it.
import { isDeepStrictEqual } from "node:util";
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { findNamespace } from "#domain/namespaces";
import { mutate, toAsyncOperation } from "#domain/operations";
import { checkResourceVersion, nothingToChange } from "#shared/resource-version";
import { findSink } from "./export-sink-store.ts";
import { destinationOf, sinkFacts } from "./export-sink.ts";
import { readSinkSpec } from "./read-sink-spec.ts";
import { checkPlace } from "./sink-guards.ts";

const ACTION = "cloud.namespace.exportsink.update";

export async function updateExportSink(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IUpdateNamespaceExportSinkRequest,
): Promise<temporal.api.cloud.cloudservice.v1.IUpdateNamespaceExportSinkResponse> {
  const { accountId } = context.actor;
  const { operation } = await mutate(
    context,
    {
      action: ACTION,
      operationType: "UpdateNamespaceExportSink",
      operationId: request.asyncOperationId,
      request: {
        typeName: "temporal.api.cloud.cloudservice.v1.UpdateNamespaceExportSinkRequest",
        message: request,
      },
      resourceType: "exportsink",
      resourceId: `${request.namespace ?? ""}/${request.spec?.name ?? ""}`,
    },
    async (tx, asyncOperationId) => {
      const namespace = await findNamespace(context, tx, {
        namespace: request.namespace ?? "",
        action: ACTION,
      });
      const { name, enabled, destination } = readSinkSpec(request.spec);
      const row = await findSink(tx, { accountId, namespace: namespace.id, name });
      checkResourceVersion(row, request.resourceVersion);
      if (row.enabled === enabled && isDeepStrictEqual(destinationOf(row), destination))
        throw nothingToChange();
      await checkPlace(tx, namespace, destination);
      const now = new Date(context.clock.now());
      await tx.exportSink.update({
        where: { id: row.id },
        data: {
          ...{ enabled, destination, asyncOperationId },
          ...{ attempts: 0, nextAttemptAt: now, updatedAt: now },
          resourceVersion: { increment: 1 },
        },
      });
      return {
        resourceId: `${namespace.id}/${name}`,
        before: sinkFacts(row),
        after: sinkFacts({ enabled, destination }),
      };
    },
  );
  return { asyncOperation: toAsyncOperation(operation) };
}
