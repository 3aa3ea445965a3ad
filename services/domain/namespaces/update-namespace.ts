// Updates a namespace's spec as a whole: what the spec omits is cleared, except its regions and search attributes.
import { isDeepStrictEqual } from "node:util";
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { mutate, toAsyncOperation } from "#domain/operations";
import type { Prisma } from "#prisma";
import { CloudError } from "#shared/errors";
import { checkResourceVersion, checkSettled } from "./change-guards.ts";
import type { NamespaceConfiguration } from "./configuration.ts";
import { configurationOf, renamedAttributesOf, type NamespaceRow } from "./namespace.ts";
import { findNamespace } from "./namespace-store.ts";
import { parseSpec, type PublicSpec } from "./parse-spec.ts";
import { mergeSearchAttributes } from "./search-attributes.ts";

const ACTION = "cloud.namespace.update";

export async function updateNamespace(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IUpdateNamespaceRequest,
): Promise<temporal.api.cloud.cloudservice.v1.IUpdateNamespaceResponse> {
  const namespace = request.namespace ?? "";
  const mutated = await mutate(
    context,
    {
      action: ACTION,
      operationType: "UpdateNamespace",
      operationId: request.asyncOperationId,
      request: { typeName: "temporal.api.cloud.cloudservice.v1.UpdateNamespaceRequest", message: request },
      resourceType: "namespace",
      resourceId: namespace,
    },
    async (tx, operationId) => {
      const row = await findNamespace(context, tx, { namespace, action: ACTION });
      checkResourceVersion(row, request.resourceVersion);
      checkSettled(row);
      const configuration = await nextConfiguration(row, request.spec ?? {}, context.clock.now());
      await tx.namespace.update({
        where: { id: row.id },
        data: {
          state: "UPDATING",
          asyncOperationId: operationId,
          spec: configuration as unknown as Prisma.InputJsonObject,
          // Whoever updates now has seen the rename: from here on an old name is a new attribute.
          renamedAttributes: {},
          resourceVersion: { increment: 1 },
          generation: { increment: 1 },
          updatedAt: new Date(context.clock.now()),
        },
      });
      return {
        resourceId: row.id,
        before: row.spec as Prisma.InputJsonObject,
        after: configuration as unknown as Prisma.InputJsonObject,
        workflow: { workflowType: "updateNamespace", input: { namespace: row.id } },
      };
    },
  );
  return { asyncOperation: toAsyncOperation(mutated.operation) };
}

async function nextConfiguration(
  row: NamespaceRow,
  spec: PublicSpec,
  now: number,
): Promise<NamespaceConfiguration> {
  const present = configurationOf(row);
  if ((spec.name ?? "") !== "" && spec.name !== row.name) {
    throw new CloudError("INVALID_ARGUMENT", "spec.name: a namespace cannot be renamed.", {
      field: "spec.name",
    });
  }
  const parsed = await parseSpec(spec, { now, present });
  if (parsed.regions.length > 0 && !isDeepStrictEqual(parsed.regions, present.regions)) {
    throw new CloudError("INVALID_ARGUMENT", "spec.regions: an update cannot move a namespace.", {
      field: "spec.regions",
    });
  }
  const searchAttributes = mergeSearchAttributes(
    present.searchAttributes,
    parsed.searchAttributes,
    renamedAttributesOf(row),
  );
  const next = { ...parsed, regions: present.regions, searchAttributes };
  // A client that renames and then sends the spec it read before changes nothing, and must not fail.
  const namesRenamedAway = Object.keys(parsed.searchAttributes).some((name) => !(name in searchAttributes));
  // Clients recognise this text.
  if (isDeepStrictEqual(next, present) && !namesRenamedAway)
    throw new CloudError("INVALID_ARGUMENT", "nothing to change");
  return next;
}
