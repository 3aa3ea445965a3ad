// Pending Nexus operations as DescribeWorkflowExecution tells of them.
import { temporal } from "#contracts";
import type { ExecutionState } from "../state.ts";
import { durationOf, int64, timestampIfSet, timestampOf } from "../wire-numbers.ts";
import { describeDelivery } from "./delivery.ts";
import type { NexusCancellation, NexusOperation } from "./nexus-operation.ts";

const { NexusOperationCancellationState, PendingNexusOperationState } = temporal.api.enums.v1;

export function describeOperations({
  nexusOperations,
}: ExecutionState): temporal.api.workflow.v1.IPendingNexusOperationInfo[] {
  return [...nexusOperations.values()].map((operation) => ({
    endpoint: operation.endpoint,
    service: operation.service,
    operation: operation.operation,
    operationId: operation.operationToken,
    operationToken: operation.operationToken,
    scheduledEventId: int64(operation.scheduledEventId),
    scheduledTime: timestampOf(operation.scheduledAt),
    scheduleToCloseTimeout: durationOf(operation.scheduleToCloseMs),
    scheduleToStartTimeout: durationOf(operation.scheduleToStartMs),
    startToCloseTimeout: durationOf(operation.startToCloseMs),
    state: pendingOperationState(operation),
    ...describeDelivery(operation),
    cancellationInfo: operation.cancellation === undefined ? null : cancellationInfo(operation.cancellation),
  }));
}

/** Of an open operation. */
export function pendingOperationState({
  startedAt,
  isBackingOff,
}: Pick<NexusOperation, "startedAt" | "isBackingOff">): temporal.api.enums.v1.PendingNexusOperationState {
  if (startedAt !== 0) return PendingNexusOperationState.PENDING_NEXUS_OPERATION_STATE_STARTED;
  return isBackingOff
    ? PendingNexusOperationState.PENDING_NEXUS_OPERATION_STATE_BACKING_OFF
    : PendingNexusOperationState.PENDING_NEXUS_OPERATION_STATE_SCHEDULED;
}

function cancellationInfo(
  cancellation: NexusCancellation,
): temporal.api.workflow.v1.INexusOperationCancellationInfo {
  return {
    requestedTime: timestampIfSet(cancellation.requestedAt),
    state: cancellationStateOf(cancellation),
    ...describeDelivery(cancellation),
  };
}

function cancellationStateOf(
  cancellation: NexusCancellation,
): temporal.api.enums.v1.NexusOperationCancellationState {
  const state = NexusOperationCancellationState;
  if (cancellation.outcome === "succeeded") return state.NEXUS_OPERATION_CANCELLATION_STATE_SUCCEEDED;
  if (cancellation.outcome === "failed") return state.NEXUS_OPERATION_CANCELLATION_STATE_FAILED;
  if (cancellation.isBackingOff) return state.NEXUS_OPERATION_CANCELLATION_STATE_BACKING_OFF;
  return cancellation.requestedAt === 0
    ? state.NEXUS_OPERATION_CANCELLATION_STATE_UNSPECIFIED
    : state.NEXUS_OPERATION_CANCELLATION_STATE_SCHEDULED;
}
