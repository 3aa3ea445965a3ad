// Updates a namespace's spec as a whole: what the spec omits is cleared, except its regions and search attributes.
import { isDeepStrictEqual } from "node:util";
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import type { Prisma } from "#prisma";
import { CloudError } from "#shared/errors";
import { changeNamespace } from "./change-namespace.ts";
import { checkConnectivityRules } from "./connectivity.ts";
import type { NamespaceConfiguration } from "./configuration.ts";
import { configurationOf, renamedAttributesOf, type NamespaceRow } from "./namespace.ts";
import { parseSpec, type PublicSpec } from "./parse-spec.ts";
import { withWarnings } from "./get-warnings.ts";
import { mergeSearchAttributes } from "./search-attributes.ts";

export async function updateNamespace(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IUpdateNamespaceRequest,
): Promise<temporal.api.cloud.cloudservice.v1.IUpdateNamespaceResponse> {
  const asyncOperation = await changeNamespace(
    context,
    {
      operationType: "UpdateNamespace",
      typeName: "temporal.api.cloud.cloudservice.v1.UpdateNamespaceRequest",
      message: request,
      resourceVersion: { given: request.resourceVersion },
    },
    async (tx, row) => {
      const configuration = await nextConfiguration(row, request.spec ?? {}, context.clock.now());
      await checkConnectivityRules(tx, row, configuration);
      return {
        configuration,
        // Whoever updates now has seen the rename: from here on an old name is a new attribute.
        columns: { renamedAttributes: {} },
        before: row.spec as Prisma.InputJsonObject,
        after: withWarnings(configuration, context.clock.now()),
      };
    },
  );
  return { asyncOperation };
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
  const parsed = await parseSpec(spec, now);
  checkSameRegions(present.regions, parsed.regions);
  const searchAttributes = mergeSearchAttributes(
    present.searchAttributes,
    parsed.searchAttributes,
    renamedAttributesOf(row),
  );
  // A name that is given to a new attribute is no other's any more.
  const former = Object.entries(present.formerAttributeNames).filter(([name]) => !(name in searchAttributes));
  const formerAttributeNames = Object.fromEntries(former);
  const next = { ...parsed, regions: present.regions, searchAttributes, formerAttributeNames };
  // A client that renames and then sends the spec it read before changes nothing, and must not fail.
  const namesRenamedAway = Object.keys(parsed.searchAttributes).some((name) => !(name in searchAttributes));
  // Clients recognise this text.
  if (isDeepStrictEqual(next, present) && !namesRenamedAway)
    throw new CloudError("INVALID_ARGUMENT", "nothing to change");
  return next;
}

/** A client that read the regions before a failover sends them in the old order: they are compared as a set. */
function checkSameRegions(present: readonly string[], wanted: readonly string[]): void {
  if (wanted.length === 0 || isDeepStrictEqual([...wanted].sort(), [...present].sort())) return;
  throw new CloudError(
    "INVALID_ARGUMENT",
    "spec.regions: an update cannot move a namespace. Use AddNamespaceRegion, DeleteNamespaceRegion or " +
      "FailoverNamespaceRegion.",
    { field: "spec.regions" },
  );
}
