// Deletes an export sink. What was exported stays where it is; an export under way ends with the file it is at.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { findNamespace } from "#domain/namespaces";
import { mutate, toAsyncOperation } from "#domain/operations";
import { checkResourceVersion } from "#shared/resource-version";
import { findSink } from "./export-sink-store.ts";
import { sinkFacts } from "./export-sink.ts";
import { readSinkName } from "./read-sink-spec.ts";

const ACTION = "cloud.namespace.exportsink.delete";

export async function deleteExportSink(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IDeleteNamespaceExportSinkRequest,
): Promise<temporal.api.cloud.cloudservice.v1.IDeleteNamespaceExportSinkResponse> {
  const { operation } = await mutate(
    context,
    {
      action: ACTION,
      operationType: "DeleteNamespaceExportSink",
      operationId: request.asyncOperationId,
      request: {
        typeName: "temporal.api.cloud.cloudservice.v1.DeleteNamespaceExportSinkRequest",
        message: request,
      },
      resourceType: "exportsink",
      resourceId: `${request.namespace ?? ""}/${request.name ?? ""}`,
    },
    async (tx) => {
      const { id: namespace } = await findNamespace(context, tx, {
        namespace: request.namespace ?? "",
        action: ACTION,
      });
      const name = readSinkName(request.name, "name");
      const row = await findSink(tx, { accountId: context.actor.accountId, namespace, name });
      checkResourceVersion(row, request.resourceVersion);
      await tx.exportSink.delete({ where: { id: row.id } });
      return { resourceId: `${namespace}/${name}`, before: sinkFacts(row) };
    },
  );
  return { asyncOperation: toAsyncOperation(operation) };
}
