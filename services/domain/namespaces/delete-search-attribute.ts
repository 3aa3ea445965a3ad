// Deletes a custom search attribute: the cell forgets its values, and workflows that still set it are refused. The
// resource version rises, because a client that has not seen the deletion would add the attribute again.
import type { cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import { changeNamespace } from "./change-namespace.ts";
import { configurationOf, renamedAttributesOf } from "./namespace.ts";
import { findAttribute } from "./search-attributes.ts";

export async function deleteCustomSearchAttribute(
  context: DomainContext,
  request: cloudV1.IDeleteCustomSearchAttributeRequest,
): Promise<cloudV1.IDeleteCustomSearchAttributeResponse> {
  const gone = request.customSearchAttributeName ?? "";
  const asyncOperation = await changeNamespace(
    context,
    {
      operationType: "DeleteCustomSearchAttribute",
      typeName: "cellplane.cloud.v1.DeleteCustomSearchAttributeRequest",
      message: request,
      resourceVersion: { given: request.resourceVersion },
    },
    (_, row) => {
      const present = configurationOf(row);
      const type = findAttribute(present.searchAttributes, gone, "customSearchAttributeName");
      const renames = Object.entries(renamedAttributesOf(row)).filter(([, to]) => to !== gone);
      const kept = Object.entries(present.searchAttributes).filter(([name]) => name !== gone);
      return {
        configuration: {
          ...present,
          searchAttributes: Object.fromEntries(kept),
          formerAttributeNames: Object.fromEntries(
            Object.entries(present.formerAttributeNames).filter(([, now]) => now !== gone),
          ),
        },
        columns: { renamedAttributes: Object.fromEntries(renames) },
        before: { name: gone, type },
        after: {},
      };
    },
  );
  return { asyncOperation };
}
