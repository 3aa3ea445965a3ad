// WorkflowExecutionPaused and -Unpaused: who paused it and why, and what lists show of it.
import { temporal } from "#contracts";
import { payloadCodec } from "../message-codecs.ts";
import type { ExecutionState, HistoryEvent } from "../state.ts";
import { msOf } from "../wire-numbers.ts";

const { WORKFLOW_EXECUTION_STATUS_PAUSED, WORKFLOW_EXECUTION_STATUS_RUNNING } =
  temporal.api.enums.v1.WorkflowExecutionStatus;

/** The search attribute by which paused executions are found. */
const PAUSE_INFO = "TemporalPauseInfo";

export function applyWorkflowExecutionPaused(state: ExecutionState, event: HistoryEvent): void {
  const { identity, reason, requestId } = event.workflowExecutionPausedEventAttributes ?? {};
  state.status = WORKFLOW_EXECUTION_STATUS_PAUSED;
  state.pausedAt = msOf(event.eventTime);
  state.pausedBy = identity ?? "";
  state.pauseReason = reason ?? "";
  state.pauseRequestId = requestId ?? "";
  const entries = [`Workflow:${state.workflowId}`];
  if (state.pauseReason !== "") entries.push(`Reason:${state.pauseReason}`);
  state.searchAttributes[PAUSE_INFO] = keywordList(entries);
}

export function applyWorkflowExecutionUnpaused(state: ExecutionState): void {
  state.status = WORKFLOW_EXECUTION_STATUS_RUNNING;
  state.pausedAt = 0;
  state.pausedBy = state.pauseReason = state.pauseRequestId = "";
  delete state.searchAttributes[PAUSE_INFO];
}

function keywordList(entries: string[]): Uint8Array {
  return payloadCodec.encode({
    metadata: { encoding: Buffer.from("json/plain"), type: Buffer.from("KeywordList") },
    data: Buffer.from(JSON.stringify(entries)),
  });
}
