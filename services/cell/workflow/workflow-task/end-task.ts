// Ends a started workflow task that was not completed: failed by the worker or by us, or timed out.
import { temporal } from "#contracts";
import type { HistoryEvent, WorkflowTask } from "../state.ts";
import type { Transition } from "../transition.ts";
import { int64 } from "../wire-numbers.ts";

const { EventType, TimeoutType, WorkflowTaskFailedCause } = temporal.api.enums.v1;

export interface TaskFailure {
  cause: temporal.api.enums.v1.WorkflowTaskFailedCause;
  failure?: temporal.api.failure.v1.IFailure | null | undefined;
  identity?: string;
  binaryChecksum?: string;
}

/** A transient task leaves no event: the history already tells of the first failure. */
export function failTask(transition: Transition, task: WorkflowTask, failed: TaskFailure): void {
  const { state } = transition;
  transition.makeTaskNormal();
  if (task.kind !== "transient") {
    transition.add({
      eventType: EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED,
      workflowTaskFailedEventAttributes: {
        scheduledEventId: int64(task.scheduledEventId),
        startedEventId: int64(task.startedEventId),
        cause: failed.cause,
        failure: failed.failure ?? null,
        identity: failed.identity ?? "",
        binaryChecksum: failed.binaryChecksum ?? "",
      },
    });
  }
  dropTask(transition, true);
  state.isCloseAttempted =
    failed.cause === WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND;
}

export function timeOutTask(
  transition: Transition,
  task: WorkflowTask,
  timeoutType: temporal.api.enums.v1.TimeoutType,
): void {
  transition.makeTaskNormal();
  if (task.kind !== "transient") transition.add(timedOutEventOf(task, timeoutType));
  dropTask(transition, timeoutType === TimeoutType.TIMEOUT_TYPE_START_TO_CLOSE);
  transition.state.isCloseAttempted = false;
}

export function timedOutEventOf(
  task: WorkflowTask,
  timeoutType: temporal.api.enums.v1.TimeoutType,
): HistoryEvent {
  return {
    eventType: EventType.EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT,
    workflowTaskTimedOutEventAttributes: {
      scheduledEventId: int64(task.scheduledEventId),
      startedEventId: int64(task.startedEventId),
      timeoutType,
    },
  };
}

/** Trouble on a sticky queue is first met by going back to the normal one; only then attempts count. */
function dropTask(transition: Transition, countsAsAttempt: boolean): void {
  const { state } = transition;
  const wasSticky = state.stickyTaskQueue !== "";
  clearSticky(transition);
  state.workflowTask = undefined;
  state.workflowTaskAttempt = countsAsAttempt && !wasSticky ? state.workflowTaskAttempt + 1 : 1;
  transition.isDurable = true;
  // What the next task tells is more than the failed one told: it is not a repetition.
  if (state.bufferedEvents.length > 0) state.workflowTaskAttempt = 1;
  transition.flushBuffer();
}

export function clearSticky(transition: Transition): void {
  const { state } = transition;
  if (state.stickyTaskQueue === "") return;
  state.stickyTaskQueue = "";
  state.stickyTimeoutMs = 0;
  transition.isDurable = true;
}
