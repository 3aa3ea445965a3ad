// WorkflowTaskStarted: a worker has the task.
import type { ExecutionState, HistoryEvent } from "../state.ts";
import { msOf, numberOf } from "../wire-numbers.ts";

export function applyWorkflowTaskStarted(state: ExecutionState, event: HistoryEvent): void {
  const started = event.workflowTaskStartedEventAttributes ?? {};
  const task = state.workflowTask;
  if (task?.scheduledEventId !== numberOf(started.scheduledEventId)) return;
  task.startedEventId = numberOf(event.eventId);
  task.startedAt = msOf(event.eventTime);
  task.requestId = started.requestId ?? "";
  task.identity = started.identity ?? "";
  task.suggestContinueAsNew = started.suggestContinueAsNew ?? false;
  task.suggestContinueAsNewReasons = started.suggestContinueAsNewReasons ?? [];
  task.historySizeBytes = numberOf(started.historySizeBytes);
  task.isTargetChanged = started.targetWorkerDeploymentVersionChanged ?? false;
}
