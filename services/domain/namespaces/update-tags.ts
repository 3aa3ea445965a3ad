// Changes a namespace's tags. Nothing outside the control plane knows them, so the change ends with its transaction.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { mutate, toAsyncOperation } from "#domain/operations";
import { tagsOf } from "./namespace.ts";
import { findNamespace } from "./namespace-store.ts";
import { changeTags, checkTagKeys } from "./tags.ts";

const ACTION = "cloud.namespace.updateTags";

export async function updateNamespaceTags(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IUpdateNamespaceTagsRequest,
): Promise<temporal.api.cloud.cloudservice.v1.IUpdateNamespaceTagsResponse> {
  const namespace = request.namespace ?? "";
  const mutated = await mutate(
    context,
    {
      action: ACTION,
      operationType: "UpdateNamespaceTags",
      operationId: request.asyncOperationId,
      request: {
        typeName: "temporal.api.cloud.cloudservice.v1.UpdateNamespaceTagsRequest",
        message: request,
      },
      resourceType: "namespace",
      resourceId: namespace,
    },
    async (tx) => {
      const row = await findNamespace(context, tx, { namespace, action: ACTION });
      const before = tagsOf(row);
      const after = changeTags(before, {
        upsert: request.tagsToUpsert ?? {},
        remove: request.tagsToRemove ?? [],
      });
      await checkTagKeys(tx, { accountId: row.accountId, namespace: row.id, tags: after });
      await tx.namespace.update({
        where: { id: row.id },
        data: { tags: after, updatedAt: new Date(context.clock.now()) },
      });
      return { resourceId: row.id, before, after };
    },
  );
  return { asyncOperation: toAsyncOperation(mutated.operation) };
}
