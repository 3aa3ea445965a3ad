// WorkflowExecutionSignaled and -CancelRequested: what others told this run.
import { defaultLimits } from "../limits.ts";
import type { ExecutionState, HistoryEvent } from "../state.ts";

export function applyWorkflowExecutionSignaled(state: ExecutionState, event: HistoryEvent): void {
  state.signalCount += 1;
  const requestId = event.workflowExecutionSignaledEventAttributes?.requestId ?? "";
  if (requestId === "") return;
  state.signalRequestIds.add(requestId);
  if (state.signalRequestIds.size > defaultLimits.signalRequestIdsMax) {
    const [oldest] = state.signalRequestIds;
    if (oldest !== undefined) state.signalRequestIds.delete(oldest);
  }
}

export function applyWorkflowExecutionCancelRequested(state: ExecutionState): void {
  state.isCancelRequested = true;
}
