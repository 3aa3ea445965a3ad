// WorkflowTaskFailed with the cause RESET_WORKFLOW: what comes before it was copied from another run, and the run's own
// time begins here.
import type { ExecutionState, HistoryEvent } from "../state.ts";
import { msOf } from "../wire-numbers.ts";

export function applyWorkflowReset(state: ExecutionState, event: HistoryEvent): void {
  const now = msOf(event.eventTime);
  state.startedAt = now;
  state.workflowTaskAttempt = 1;
  state.executionExpiresAt = state.executionTimeoutMs > 0 ? now + state.executionTimeoutMs : 0;
  if (state.runTimeoutMs > 0) {
    const expiresAt = now + state.runTimeoutMs;
    const isCapped = state.executionExpiresAt > 0 && state.executionExpiresAt < expiresAt;
    state.runExpiresAt = isCapped ? state.executionExpiresAt : expiresAt;
  }
  for (const activity of state.activities.values()) {
    if (activity.startedEventId === 0) activity.scheduledAt = activity.attemptScheduledAt = now;
  }
}
