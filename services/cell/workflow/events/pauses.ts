// WorkflowExecutionPaused and -Unpaused: who paused it and why, and what lists show of it.
import { temporal } from "#contracts";
import { PAUSE_INFO } from "../pausing/pause-attributes.ts";
import type { ExecutionState, HistoryEvent } from "../state.ts";
import { msOf } from "../wire-numbers.ts";

const { WORKFLOW_EXECUTION_STATUS_PAUSED, WORKFLOW_EXECUTION_STATUS_RUNNING } =
  temporal.api.enums.v1.WorkflowExecutionStatus;

export function applyWorkflowExecutionPaused(state: ExecutionState, event: HistoryEvent): void {
  const { identity, reason, requestId } = event.workflowExecutionPausedEventAttributes ?? {};
  state.status = WORKFLOW_EXECUTION_STATUS_PAUSED;
  state.pausedAt = msOf(event.eventTime);
  state.pausedBy = identity ?? "";
  state.pauseReason = reason ?? "";
  state.pauseRequestId = requestId ?? "";
}

export function applyWorkflowExecutionUnpaused(state: ExecutionState): void {
  state.status = WORKFLOW_EXECUTION_STATUS_RUNNING;
  state.pausedAt = 0;
  state.pausedBy = state.pauseReason = state.pauseRequestId = "";
  // States that were stored before it was made of them have it.
  delete state.searchAttributes[PAUSE_INFO];
}
