// Checks the search attributes of a worker's commands against the namespace and gives them their types. How large they
// may be is the core's to say: too large ones end the workflow.
import type { temporal } from "#contracts";
import type { Namespace } from "../namespaces/namespace.ts";
import { typeSearchAttributes } from "../visibility/index.ts";

type Request = temporal.api.workflowservice.v1.IRespondWorkflowTaskCompletedRequest;

/** Changes the commands in place. Errors: INVALID_ARGUMENT naming the attribute. */
export function checkCommandAttributes(request: Request, namespace: Namespace): void {
  for (const command of request.commands ?? []) {
    const holder =
      command.upsertWorkflowSearchAttributesCommandAttributes ??
      command.continueAsNewWorkflowExecutionCommandAttributes ??
      command.startChildWorkflowExecutionCommandAttributes;
    const fields = holder?.searchAttributes?.indexedFields;
    if (holder == null || fields == null) continue;
    holder.searchAttributes = { indexedFields: typeSearchAttributes(fields, namespace) };
  }
}
