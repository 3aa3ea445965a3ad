// The error of a cap of worker deployments, with the detail by which SDKs tell it from a rate limit.
import { codecOf, temporal } from "#contracts";
import { CloudError } from "#shared/errors";

const { ResourceExhaustedCause, ResourceExhaustedScope } = temporal.api.enums.v1;

const codec = codecOf<temporal.api.errordetails.v1.IResourceExhaustedFailure>(
  "temporal.api.errordetails.v1.ResourceExhaustedFailure",
);
const DETAIL = {
  typeName: codec.typeName,
  value: codec.encode({
    cause: ResourceExhaustedCause.RESOURCE_EXHAUSTED_CAUSE_WORKER_DEPLOYMENT_LIMITS,
    scope: ResourceExhaustedScope.RESOURCE_EXHAUSTED_SCOPE_NAMESPACE,
  }),
};

export function limitReached(message: string): CloudError {
  return new CloudError("RESOURCE_EXHAUSTED", message, { details: [DETAIL] });
}
