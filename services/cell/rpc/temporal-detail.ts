// The detail that Temporal's server puts into every error of some codes: clients find their error types by it.
import { codecOf } from "#contracts";
import { CloudError, type ErrorCode } from "#shared/errors";

const DETAILS: Partial<Record<ErrorCode, string>> = {
  NOT_FOUND: "temporal.api.errordetails.v1.NotFoundFailure",
  PERMISSION_DENIED: "temporal.api.errordetails.v1.PermissionDeniedFailure",
};

/** The error itself when it has details already or needs none. */
export function withTemporalDetail(error: unknown): unknown {
  if (!(error instanceof CloudError) || error.details.length > 0) return error;
  const typeName = DETAILS[error.code];
  if (typeName === undefined) return error;
  const { code, publicMessage, retryAfterMs, field, internalDetail } = error;
  return new CloudError(code, publicMessage, {
    cause: error,
    details: [{ typeName, value: codecOf<object>(typeName).encode({}) }],
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(field !== undefined && { field }),
    ...(internalDetail !== undefined && { internalDetail }),
  });
}
