// Checks the search attributes of a worker's commands against the namespace and gives them their types.
import type { temporal } from "#contracts";
import type { Namespace } from "../namespaces/namespace.ts";
import { validateSearchAttributes } from "../visibility/index.ts";

type Request = temporal.api.workflowservice.v1.IRespondWorkflowTaskCompletedRequest;

/** Changes the commands in place. Errors: INVALID_ARGUMENT naming the attribute. */
export function checkCommandAttributes(request: Request, namespace: Namespace): void {
  for (const command of request.commands ?? []) {
    const holder =
      command.upsertWorkflowSearchAttributesCommandAttributes ??
      command.continueAsNewWorkflowExecutionCommandAttributes ??
      command.startChildWorkflowExecutionCommandAttributes;
    const attributes = holder?.searchAttributes;
    if (attributes == null || Object.keys(attributes.indexedFields ?? {}).length === 0) continue;
    const typed = validateSearchAttributes(attributes, namespace);
    if (typed !== undefined && holder != null) holder.searchAttributes = typed;
  }
}
