// Errors that clients tell apart by Temporal's error details, not by their code alone.
import { codecOf, temporal } from "#contracts";
import { CloudError, type CloudErrorOptions } from "#shared/errors";

type Detail = NonNullable<CloudErrorOptions["details"]>[number];

const { ResourceExhaustedCause, ResourceExhaustedScope } = temporal.api.enums.v1;

const exhaustedCodec = codecOf<temporal.api.errordetails.v1.IResourceExhaustedFailure>(
  "temporal.api.errordetails.v1.ResourceExhaustedFailure",
);
const notReadyCodec = codecOf<object>("temporal.api.errordetails.v1.WorkflowNotReadyFailure");

/** A limit on what one workflow may have at a time. */
export function concurrentLimitError(message: string): CloudError {
  const detail = exhaustedBy(ResourceExhaustedCause.RESOURCE_EXHAUSTED_CAUSE_CONCURRENT_LIMIT);
  return new CloudError("RESOURCE_EXHAUSTED", message, { details: [detail] });
}

/** The workflow cannot take something now; the same a moment later may do. */
export function busyWorkflowDetail(): Detail {
  return exhaustedBy(ResourceExhaustedCause.RESOURCE_EXHAUSTED_CAUSE_BUSY_WORKFLOW);
}

export function workflowNotReadyError(message: string): CloudError {
  const details = [{ typeName: notReadyCodec.typeName, value: notReadyCodec.encode({}) }];
  return new CloudError("FAILED_PRECONDITION", message, { details });
}

function exhaustedBy(cause: temporal.api.enums.v1.ResourceExhaustedCause): Detail {
  const scope = ResourceExhaustedScope.RESOURCE_EXHAUSTED_SCOPE_NAMESPACE;
  return { typeName: exhaustedCodec.typeName, value: exhaustedCodec.encode({ cause, scope }) };
}
