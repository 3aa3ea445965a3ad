// Renames a custom search attribute. The resource version stays as it was: clients go on with the one they read before.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { CloudError } from "#shared/errors";
import { changeNamespace } from "./change-namespace.ts";
import type { NamespaceConfiguration } from "./configuration.ts";
import { configurationOf, renamedAttributesOf } from "./namespace.ts";
import { checkName, findAttribute } from "./search-attributes.ts";

export async function renameCustomSearchAttribute(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IRenameCustomSearchAttributeRequest,
): Promise<temporal.api.cloud.cloudservice.v1.IRenameCustomSearchAttributeResponse> {
  const from = request.existingCustomSearchAttributeName ?? "";
  const to = request.newCustomSearchAttributeName ?? "";
  const asyncOperation = await changeNamespace(
    context,
    {
      operationType: "RenameCustomSearchAttribute",
      action: "cloud.namespace.renameCustomSearchAttribute",
      typeName: "temporal.api.cloud.cloudservice.v1.RenameCustomSearchAttributeRequest",
      message: request,
      resourceVersion: { given: request.resourceVersion },
    },
    (_, row) => {
      const history: Record<string, string> = { ...renamedAttributesOf(row), [from]: to };
      return {
        configuration: renamed(configurationOf(row), from, to),
        columns: {
          renamedAttributes: Object.fromEntries(Object.entries(history).filter(([name]) => name !== to)),
        },
        keepsVersion: true,
        before: { name: from },
        after: { name: to },
      };
    },
  );
  return { asyncOperation };
}

function renamed(present: NamespaceConfiguration, from: string, to: string): NamespaceConfiguration {
  const type = findAttribute(present.searchAttributes, from, "existingCustomSearchAttributeName");
  checkName(to);
  if (Object.hasOwn(present.searchAttributes, to)) {
    throw new CloudError(
      "ALREADY_EXISTS",
      "The namespace has a search attribute with the new name already.",
      { field: "newCustomSearchAttributeName" },
    );
  }
  const entries = Object.entries(present.searchAttributes).map(([name, held]) =>
    name === from ? ([to, type] as const) : ([name, held] as const),
  );
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  const former = Object.entries(present.formerAttributeNames).map(([before, now]) => [
    before,
    now === from ? to : now,
  ]);
  const formerAttributeNames = Object.fromEntries(
    [...former, [from, to]].filter(([before]) => before !== to),
  ) as Record<string, string>;
  return { ...present, searchAttributes: Object.fromEntries(entries), formerAttributeNames };
}
