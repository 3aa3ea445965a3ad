// Renames a custom search attribute. The resource version stays as it was: clients go on with the one they read before.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { mutate, toAsyncOperation } from "#domain/operations";
import type { Prisma } from "#prisma";
import { CloudError } from "#shared/errors";
import { checkResourceVersion, checkSettled } from "./change-guards.ts";
import type { NamespaceConfiguration } from "./configuration.ts";
import { configurationOf, renamedAttributesOf } from "./namespace.ts";
import { findNamespace } from "./namespace-store.ts";
import { checkName } from "./search-attributes.ts";

const ACTION = "cloud.namespace.update";

export async function renameCustomSearchAttribute(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IRenameCustomSearchAttributeRequest,
): Promise<temporal.api.cloud.cloudservice.v1.IRenameCustomSearchAttributeResponse> {
  const namespace = request.namespace ?? "";
  const from = request.existingCustomSearchAttributeName ?? "";
  const to = request.newCustomSearchAttributeName ?? "";
  const mutated = await mutate(
    context,
    {
      action: ACTION,
      operationType: "RenameCustomSearchAttribute",
      operationId: request.asyncOperationId,
      request: {
        typeName: "temporal.api.cloud.cloudservice.v1.RenameCustomSearchAttributeRequest",
        message: request,
      },
      resourceType: "namespace",
      resourceId: namespace,
    },
    async (tx, operationId) => {
      const row = await findNamespace(context, tx, { namespace, action: ACTION });
      checkResourceVersion(row, request.resourceVersion);
      checkSettled(row);
      const present = configurationOf(row);
      const spec = renamed(present, from, to);
      const history: Record<string, string> = { ...renamedAttributesOf(row), [from]: to };
      await tx.namespace.update({
        where: { id: row.id },
        data: {
          state: "UPDATING",
          asyncOperationId: operationId,
          spec: spec as unknown as Prisma.InputJsonObject,
          renamedAttributes: Object.fromEntries(Object.entries(history).filter(([name]) => name !== to)),
          generation: { increment: 1 },
          updatedAt: new Date(context.clock.now()),
        },
      });
      return {
        resourceId: row.id,
        before: { name: from },
        after: { name: to },
        workflow: { workflowType: "updateNamespace", input: { namespace: row.id } },
      };
    },
  );
  return { asyncOperation: toAsyncOperation(mutated.operation) };
}

function renamed(present: NamespaceConfiguration, from: string, to: string): NamespaceConfiguration {
  const type = present.searchAttributes[from];
  if (type === undefined) {
    throw new CloudError(
      "NOT_FOUND",
      "The namespace has no custom search attribute with the existing name.",
      {
        field: "existingCustomSearchAttributeName",
      },
    );
  }
  checkName(to);
  if (to in present.searchAttributes) {
    throw new CloudError(
      "ALREADY_EXISTS",
      "The namespace has a search attribute with the new name already.",
      {
        field: "newCustomSearchAttributeName",
      },
    );
  }
  const entries = Object.entries(present.searchAttributes).map(([name, held]) =>
    name === from ? ([to, type] as const) : ([name, held] as const),
  );
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...present, searchAttributes: Object.fromEntries(entries) };
}
