// A standalone Nexus operation as clients see it.
import { codecOf, durationOfMs, temporal, timestampOfMs } from "#contracts";
import type { EpochMs } from "#shared/clock";
import { failureCodec, int64, lastFailureOf } from "../workflow/index.ts";
import { linkCodec } from "./decide.ts";
import type { OperationCancel, OperationState } from "./state.ts";
import { timesOf } from "./times.ts";

type Info = temporal.api.nexus.v1.INexusOperationExecutionInfo;
type Outcome = Pick<
  temporal.api.workflowservice.v1.IPollNexusOperationExecutionResponse,
  "result" | "failure"
>;

const { NexusOperationCancellationState, PendingNexusOperationState } = temporal.api.enums.v1;
const payloadCodec = codecOf<temporal.api.common.v1.IPayload>("temporal.api.common.v1.Payload");

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
    attempt: state.attempt,
    scheduleTime: timestampOfMs(scheduledAt),
    expirationTime: scheduleToCloseMs > 0 ? timestampOfMs(scheduledAt + scheduleToCloseMs) : null,
    closeTime: timeOf(closedAt),
    lastAttemptCompleteTime: timeOf(state.lastAttemptClosedAt),
    lastAttemptFailure: lastFailureOf(state),
    nextAttemptScheduleTime: timeOf(state.nextAttemptAt),
    executionDuration: durationOfMs((closedAt > 0 ? closedAt : now) - scheduledAt),
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
  if (state.closedAt > 0) return PendingNexusOperationState.PENDING_NEXUS_OPERATION_STATE_UNSPECIFIED;
  if (state.startedAt > 0) return PendingNexusOperationState.PENDING_NEXUS_OPERATION_STATE_STARTED;
  return state.isBackingOff
    ? PendingNexusOperationState.PENDING_NEXUS_OPERATION_STATE_BACKING_OFF
    : PendingNexusOperationState.PENDING_NEXUS_OPERATION_STATE_SCHEDULED;
}

function describeCancel(
  cancel: OperationCancel,
): temporal.api.nexus.v1.INexusOperationExecutionCancellationInfo {
  return {
    requestedTime: timestampOfMs(cancel.requestedAt),
    state: cancelState(cancel),
    attempt: cancel.attempt,
    lastAttemptCompleteTime: timeOf(cancel.lastAttemptClosedAt),
    lastAttemptFailure: lastFailureOf(cancel),
    nextAttemptScheduleTime: timeOf(cancel.nextAttemptAt),
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

function timeOf(at: EpochMs): ReturnType<typeof timestampOfMs> | null {
  return at === 0 ? null : timestampOfMs(at);
}
