// A standalone Nexus operation as clients see it.
import { temporal } from "#contracts";
import type { EpochMs } from "#shared/clock";
import {
  describeDelivery,
  durationOf,
  failureCodec,
  int64,
  linkCodec,
  payloadCodec,
  pendingOperationState,
  timestampIfSet,
  timestampOf,
} from "../workflow/index.ts";
import type { OperationCancel, OperationState } from "./state.ts";
import { timesOf } from "./times.ts";

type Info = temporal.api.nexus.v1.INexusOperationExecutionInfo;
type Outcome = Pick<
  temporal.api.workflowservice.v1.IPollNexusOperationExecutionResponse,
  "result" | "failure"
>;

const { NexusOperationCancellationState, PendingNexusOperationState } = temporal.api.enums.v1;

/** Nothing while it is open. */
export function operationOutcome({ result, failure }: OperationState): Outcome {
  if (result !== undefined) return { result: payloadCodec.decode(result) };
  return failure === undefined ? {} : { failure: failureCodec.decode(failure) };
}

export function describeOperation(state: OperationState, now: EpochMs): Info {
  const { request, closedAt, scheduledAt } = state;
  const { scheduleToCloseMs } = timesOf(state);
  return {
    operationId: state.id,
    runId: state.runId,
    endpoint: request.endpoint ?? "",
    service: request.service ?? "",
    operation: request.operation ?? "",
    status: state.status,
    state: pendingState(state),
    scheduleToCloseTimeout: request.scheduleToCloseTimeout ?? null,
    scheduleToStartTimeout: request.scheduleToStartTimeout ?? null,
    startToCloseTimeout: request.startToCloseTimeout ?? null,
    scheduleTime: timestampOf(scheduledAt),
    expirationTime: scheduleToCloseMs > 0 ? timestampOf(scheduledAt + scheduleToCloseMs) : null,
    closeTime: timestampIfSet(closedAt),
    ...describeDelivery(state),
    executionDuration: durationOf((closedAt > 0 ? closedAt : now) - scheduledAt),
    cancellationInfo: state.cancel === undefined ? null : describeCancel(state.cancel),
    requestId: state.handlerRequestId,
    operationToken: state.operationToken,
    stateTransitionCount: int64(state.transitionCount),
    searchAttributes: request.searchAttributes ?? {},
    nexusHeader: request.nexusHeader ?? {},
    userMetadata: request.userMetadata ?? null,
    links: state.links.map((link) => linkCodec.decode(link)),
    identity: request.identity ?? "",
  };
}

function pendingState(state: OperationState): temporal.api.enums.v1.PendingNexusOperationState {
  return state.closedAt > 0
    ? PendingNexusOperationState.PENDING_NEXUS_OPERATION_STATE_UNSPECIFIED
    : pendingOperationState(state);
}

function describeCancel(
  cancel: OperationCancel,
): temporal.api.nexus.v1.INexusOperationExecutionCancellationInfo {
  return {
    requestedTime: timestampOf(cancel.requestedAt),
    state: cancelState(cancel),
    ...describeDelivery(cancel),
    reason: cancel.reason,
  };
}

function cancelState({
  stage,
  isBackingOff,
}: OperationCancel): temporal.api.enums.v1.NexusOperationCancellationState {
  const State = NexusOperationCancellationState;
  switch (stage) {
    case "waiting":
      return State.NEXUS_OPERATION_CANCELLATION_STATE_UNSPECIFIED;
    case "due":
      return isBackingOff
        ? State.NEXUS_OPERATION_CANCELLATION_STATE_BACKING_OFF
        : State.NEXUS_OPERATION_CANCELLATION_STATE_SCHEDULED;
    case "succeeded":
      return State.NEXUS_OPERATION_CANCELLATION_STATE_SUCCEEDED;
    case "failed":
      return State.NEXUS_OPERATION_CANCELLATION_STATE_FAILED;
    case "timedOut":
      return State.NEXUS_OPERATION_CANCELLATION_STATE_TIMED_OUT;
  }
}
