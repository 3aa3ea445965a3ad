// The error of an update-with-start: the status of each of its two operations, as SDKs unpack it.
import { codecOf, type temporal } from "#contracts";
import { CloudError, toCloudError } from "#shared/errors";
import { withTemporalDetail } from "./temporal-detail.ts";

/** An operation that failed; "aborted" with the other one; or "done" before the other one failed. */
export type OperationResult = CloudError | "aborted" | "done";

interface Status {
  code: number;
  message: string;
  details: { type_url: string; value: Uint8Array }[];
}

const MESSAGE = "Update-with-Start could not be executed.";
const ABORTED_CODE = 10;

const failureCodec = codecOf<temporal.api.errordetails.v1.IMultiOperationExecutionFailure>(
  "temporal.api.errordetails.v1.MultiOperationExecutionFailure",
);
const abortedCodec = codecOf<object>("temporal.api.failure.v1.MultiOperationExecutionAborted");

/** Its code is that of the first operation that failed itself. */
export function multiOperationError(start: OperationResult, update: OperationResult): CloudError {
  const results = [start, update];
  const cause = results.find((result) => result instanceof CloudError);
  const value = failureCodec.encode({ statuses: results.map(statusOf) });
  return new CloudError(cause?.code ?? "ABORTED", MESSAGE, {
    cause,
    details: [{ typeName: failureCodec.typeName, value }],
  });
}

function statusOf(result: OperationResult): Status {
  if (result === "done") return { code: 0, message: "", details: [] };
  if (result === "aborted") {
    const details = [{ type_url: typeUrl(abortedCodec.typeName), value: abortedCodec.encode({}) }];
    return { code: ABORTED_CODE, message: "Operation was aborted.", details };
  }
  const { grpcStatus, publicMessage, details } = toCloudError(withTemporalDetail(result));
  return {
    code: grpcStatus,
    message: publicMessage,
    details: details.map(({ typeName, value }) => ({ type_url: typeUrl(typeName), value })),
  };
}

function typeUrl(typeName: string): string {
  return `type.googleapis.com/${typeName}`;
}
