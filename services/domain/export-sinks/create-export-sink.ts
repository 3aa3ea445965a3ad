// Makes an export sink. It gets every workflow that closes from then on.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { findNamespace } from "#domain/namespaces";
import { mutate, toAsyncOperation } from "#domain/operations";
import { checkQuota } from "#domain/quotas";
import { CloudError } from "#shared/errors";
import { sinkFacts } from "./export-sink.ts";
import { readSinkSpec } from "./read-sink-spec.ts";
import { checkPlace } from "./sink-guards.ts";

const ACTION = "cloud.namespace.exportsink.create";

export async function createExportSink(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.ICreateNamespaceExportSinkRequest,
): Promise<temporal.api.cloud.cloudservice.v1.ICreateNamespaceExportSinkResponse> {
  const { accountId } = context.actor;
  const { operation } = await mutate(
    context,
    {
      action: ACTION,
      operationType: "CreateNamespaceExportSink",
      operationId: request.asyncOperationId,
      request: {
        typeName: "temporal.api.cloud.cloudservice.v1.CreateNamespaceExportSinkRequest",
        message: request,
      },
      resourceType: "exportsink",
      resourceId: `${request.namespace ?? ""}/${request.spec?.name ?? ""}`,
    },
    async (tx, asyncOperationId) => {
      const row = await findNamespace(context, tx, { namespace: request.namespace ?? "", action: ACTION });
      const { name, enabled, destination } = readSinkSpec(request.spec);
      await checkPlace(tx, row, destination);
      const namespace = row.id;
      const count = await tx.exportSink.count({ where: { accountId, namespace } });
      if ((await tx.exportSink.count({ where: { accountId, namespace, name } })) > 0)
        throw new CloudError("ALREADY_EXISTS", "The namespace has an export sink with this name already.");
      await checkQuota(tx, { accountId, name: "exportSinksPerNamespace", count });
      const now = new Date(context.clock.now());
      await tx.exportSink.create({
        data: {
          ...{ id: context.ids.uuid(), accountId, namespace, name, enabled, destination, asyncOperationId },
          closeTimeMs: BigInt(now.getTime()),
          startTimeMs: 0n,
          exportedUntil: now,
          nextAttemptAt: now,
          leasedUntil: now,
          createdAt: now,
          updatedAt: now,
        },
      });
      return { resourceId: `${namespace}/${name}`, after: sinkFacts({ enabled, destination }) };
    },
  );
  return { asyncOperation: toAsyncOperation(operation) };
}
