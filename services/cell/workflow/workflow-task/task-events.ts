// The events of a workflow task, made from the task: written at once for a normal task, later or never for others.
import { temporal } from "#contracts";
import type { ExecutionState, HistoryEvent, WorkflowTask } from "../state.ts";
import { durationOf, int64 } from "../wire-numbers.ts";

const { EventType, TaskQueueKind } = temporal.api.enums.v1;

/** The queue of a task as events and answers name it: a sticky queue carries the name of the workflow's own queue. */
export function taskQueueMessage(
  state: ExecutionState,
  task: Pick<WorkflowTask, "taskQueue" | "isSticky">,
): temporal.api.taskqueue.v1.ITaskQueue {
  return task.isSticky
    ? { name: task.taskQueue, kind: TaskQueueKind.TASK_QUEUE_KIND_STICKY, normalName: state.taskQueue }
    : { name: task.taskQueue, kind: TaskQueueKind.TASK_QUEUE_KIND_NORMAL };
}

export function scheduledEventOf(state: ExecutionState, task: WorkflowTask): HistoryEvent {
  return {
    eventType: EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED,
    workflowTaskScheduledEventAttributes: {
      taskQueue: taskQueueMessage(state, task),
      startToCloseTimeout: durationOf(task.timeoutMs),
      attempt: task.attempt,
    },
  };
}

/** `stamp` names the worker's build, where it is told. */
export function startedEventOf(
  task: WorkflowTask,
  stamp?: temporal.api.common.v1.IWorkerVersionStamp | null,
): HistoryEvent {
  return {
    eventType: EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED,
    workflowTaskStartedEventAttributes: {
      scheduledEventId: int64(task.scheduledEventId),
      identity: task.identity,
      requestId: task.requestId,
      historySizeBytes: int64(task.historySizeBytes),
      suggestContinueAsNew: task.suggestContinueAsNew,
      suggestContinueAsNewReasons: task.suggestContinueAsNewReasons,
      targetWorkerDeploymentVersionChanged: task.isTargetChanged,
      workerVersion: stamp ?? null,
    },
  };
}
