// The failures by which a caller learns how its Nexus operation ended.
import type { temporal } from "#contracts";
import { int64 } from "../wire-numbers.ts";
import type { NexusOperation } from "./nexus-operation.ts";

type Failure = temporal.api.failure.v1.IFailure;

export function operationFailure(operation: NexusOperation, cause: Failure): Failure {
  const { endpoint, service, operationToken, scheduledEventId } = operation;
  return {
    message: "nexus operation completed unsuccessfully",
    nexusOperationExecutionFailureInfo: {
      endpoint,
      service,
      operation: operation.operation,
      operationToken,
      operationId: operationToken,
      scheduledEventId: int64(scheduledEventId),
    },
    cause,
  };
}

export function timeoutCause(timeoutType: temporal.api.enums.v1.TimeoutType): Failure {
  return { message: "operation timed out", timeoutFailureInfo: { timeoutType } };
}

/** Something about a call that neither the handler nor the operation said. */
export function callFailure(message: string, isRetryable: boolean): Failure {
  return { message, applicationFailureInfo: { type: "CallError", nonRetryable: !isRetryable } };
}

/** Older SDKs tell of a canceled operation as of a failed one. */
export function asCanceled(failure: Failure): Failure {
  if (failure.canceledFailureInfo != null) return failure;
  const { message, stackTrace, cause } = failure;
  return {
    message: message ?? "",
    stackTrace: stackTrace ?? "",
    canceledFailureInfo: {},
    cause: cause ?? null,
  };
}
