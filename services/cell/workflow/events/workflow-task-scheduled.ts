// WorkflowTaskScheduled: a task waits for a worker.
import { temporal } from "#contracts";
import type { ExecutionState, HistoryEvent } from "../state.ts";
import { msOf, numberOf } from "../wire-numbers.ts";

const { TASK_QUEUE_KIND_STICKY } = temporal.api.enums.v1.TaskQueueKind;

export function applyWorkflowTaskScheduled(state: ExecutionState, event: HistoryEvent): void {
  const scheduled = event.workflowTaskScheduledEventAttributes ?? {};
  const at = msOf(event.eventTime);
  state.hadWorkflowTask = true;
  state.firstTaskAt = 0;
  state.workflowTask = {
    scheduledEventId: numberOf(event.eventId),
    startedEventId: 0,
    attempt: scheduled.attempt ?? 1,
    kind: "normal",
    scheduledAt: at,
    startedAt: 0,
    originalScheduledAt: at,
    timeoutMs: msOf(scheduled.startToCloseTimeout),
    requestId: "",
    identity: "",
    taskQueue: scheduled.taskQueue?.name ?? "",
    isSticky: scheduled.taskQueue?.kind === TASK_QUEUE_KIND_STICKY,
    suggestContinueAsNew: false,
    suggestContinueAsNewReasons: [],
    historySizeBytes: 0,
    isTargetChanged: false,
  };
}
