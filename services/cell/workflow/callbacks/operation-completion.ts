// What a closed run tells those who wait for it as for an operation. They may be strangers: the reason of a termination
// stays here.
import { temporal } from "#contracts";
import type { EpochMs } from "#shared/clock";
import type { OperationOutcome } from "../nexus/operation-answer.ts";
import type { ExecutionState, HistoryEvent } from "../state.ts";
import { msOf } from "../wire-numbers.ts";
import type { CompletionCallback } from "./completion-callback.ts";

const { EventType } = temporal.api.enums.v1;

export interface OperationCompletion {
  outcome: OperationOutcome;
  startedAt: EpochMs;
  closedAt: EpochMs;
  /** To the event by which the run learned of the caller. */
  link: temporal.api.common.v1.Link.IWorkflowEvent;
}

export function operationCompletion(
  state: ExecutionState,
  closeEvent: HistoryEvent,
  { attachedRequestId }: CompletionCallback,
): OperationCompletion {
  const { namespace, workflowId, runId } = state;
  const reference =
    attachedRequestId === ""
      ? { eventRef: { eventId: 1 as never, eventType: EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED } }
      : {
          requestIdRef: {
            requestId: attachedRequestId,
            eventType: EventType.EVENT_TYPE_WORKFLOW_EXECUTION_OPTIONS_UPDATED,
          },
        };
  return {
    outcome: outcomeOf(closeEvent),
    startedAt: state.startedAt,
    closedAt: msOf(closeEvent.eventTime),
    link: { namespace, workflowId, runId, ...reference },
  };
}

function outcomeOf(event: HistoryEvent): OperationOutcome {
  const completed = event.workflowExecutionCompletedEventAttributes;
  // An operation has one result; what else a workflow returned is not told.
  if (completed != null) return { kind: "succeeded", result: completed.result?.payloads?.[0] ?? undefined };
  const failed = event.workflowExecutionFailedEventAttributes;
  if (failed != null) return { kind: "unsuccessful", state: "failed", failure: failed.failure ?? {} };
  const canceled = event.workflowExecutionCanceledEventAttributes;
  if (canceled != null) {
    return {
      kind: "unsuccessful",
      state: "canceled",
      failure: {
        message: "operation canceled",
        canceledFailureInfo: { details: canceled.details ?? null },
      },
    };
  }
  const failure =
    event.workflowExecutionTerminatedEventAttributes != null
      ? { message: "operation terminated", terminatedFailureInfo: {} }
      : { message: "operation exceeded internal timeout", timeoutFailureInfo: {} };
  return { kind: "unsuccessful", state: "failed", failure };
}
