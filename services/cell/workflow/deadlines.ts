// Everything that will happen by itself, and when: the one list that both the next wake-up and the waking read.
import { temporal } from "#contracts";
import type { EpochMs } from "#shared/clock";
import type { Limits } from "./limits.ts";
import type { NexusOperation } from "./nexus/nexus-operation.ts";
import { isRunning } from "./running.ts";
import type { Activity, ExecutionState } from "./state.ts";

type TimeoutType = temporal.api.enums.v1.TimeoutType;
const { TimeoutType } = temporal.api.enums.v1;

export type Deadline =
  | { kind: "executionTimeout"; at: EpochMs }
  | { kind: "runTimeout"; at: EpochMs }
  | { kind: "firstTask"; at: EpochMs }
  | { kind: "workflowTask"; at: EpochMs; scheduledEventId: number; attempt: number; timeoutType: TimeoutType }
  | { kind: "timer"; at: EpochMs; timerId: string }
  | { kind: "activityRetry"; at: EpochMs; scheduledEventId: number }
  | {
      kind: "activityTimeout";
      at: EpochMs;
      scheduledEventId: number;
      attempt: number;
      timeoutType: TimeoutType;
    }
  | { kind: "nexusTimeout"; at: EpochMs; scheduledEventId: number; timeoutType: TimeoutType }
  | { kind: "nexusRetry"; at: EpochMs; scheduledEventId: number }
  /** The only one that a closed run has. */
  | { kind: "callbackRetry"; at: EpochMs; index: number };

/** Visits every deadline, in no order. */
export function eachDeadline(
  state: ExecutionState,
  limits: Pick<Limits, "speculativeTaskTimeoutMs">,
  visit: (deadline: Deadline) => void,
): void {
  if (!isRunning(state)) {
    state.callbacks.forEach(({ stage, isBackingOff, nextAttemptAt }, index) => {
      if (stage === "due" && isBackingOff) visit({ kind: "callbackRetry", at: nextAttemptAt, index });
    });
    return;
  }
  if (state.executionExpiresAt > 0) visit({ kind: "executionTimeout", at: state.executionExpiresAt });
  if (state.runExpiresAt > 0) visit({ kind: "runTimeout", at: state.runExpiresAt });
  if (state.firstTaskAt > 0) visit({ kind: "firstTask", at: state.firstTaskAt });
  visitWorkflowTask(state, limits.speculativeTaskTimeoutMs, visit);
  for (const { timerId, firesAt } of state.timers.values()) visit({ kind: "timer", at: firesAt, timerId });
  for (const activity of state.activities.values()) if (!activity.isPaused) visitActivity(activity, visit);
  for (const operation of state.nexusOperations.values()) visitNexusOperation(operation, visit);
}

function visitWorkflowTask(
  state: ExecutionState,
  speculativeMs: number,
  visit: (deadline: Deadline) => void,
): void {
  const task = state.workflowTask;
  if (task === undefined) return;
  const { scheduledEventId, attempt } = task;
  if (task.startedEventId !== 0) {
    const timeoutType = TimeoutType.TIMEOUT_TYPE_START_TO_CLOSE;
    const at = task.startedAt + task.timeoutMs;
    visit({ kind: "workflowTask", at, scheduledEventId, attempt, timeoutType });
    return;
  }
  const stickyMs = task.isSticky ? state.stickyTimeoutMs : 0;
  const waitMs = task.kind === "speculative" ? speculativeMs : stickyMs;
  if (waitMs === 0) return;
  const timeoutType = TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_START;
  visit({ kind: "workflowTask", at: task.scheduledAt + waitMs, scheduledEventId, attempt, timeoutType });
}

function visitActivity(activity: Activity, visit: (deadline: Deadline) => void): void {
  const { scheduledEventId, attempt, startedAt } = activity;
  const timeout = (from: EpochMs, timeoutMs: number, timeoutType: TimeoutType): void => {
    if (timeoutMs > 0) {
      visit({ kind: "activityTimeout", at: from + timeoutMs, scheduledEventId, attempt, timeoutType });
    }
  };
  timeout(activity.scheduledAt, activity.scheduleToCloseMs, TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_CLOSE);
  if (startedAt === 0) {
    const { attemptScheduledAt } = activity;
    timeout(attemptScheduledAt, activity.scheduleToStartMs, TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_START);
    if (activity.isBackingOff && !activity.isHeld)
      visit({ kind: "activityRetry", at: attemptScheduledAt, scheduledEventId });
    return;
  }
  timeout(startedAt, activity.startToCloseMs, TimeoutType.TIMEOUT_TYPE_START_TO_CLOSE);
  const lastSignOfLife = Math.max(startedAt, activity.lastHeartbeatAt);
  timeout(lastSignOfLife, activity.heartbeatMs, TimeoutType.TIMEOUT_TYPE_HEARTBEAT);
}

function visitNexusOperation(operation: NexusOperation, visit: (deadline: Deadline) => void): void {
  const { scheduledEventId, scheduledAt, startedAt, cancellation } = operation;
  const timeout = (from: EpochMs, timeoutMs: number, timeoutType: TimeoutType): void => {
    if (timeoutMs > 0) visit({ kind: "nexusTimeout", at: from + timeoutMs, scheduledEventId, timeoutType });
  };
  timeout(scheduledAt, operation.scheduleToCloseMs, TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_CLOSE);
  if (startedAt === 0) {
    timeout(scheduledAt, operation.scheduleToStartMs, TimeoutType.TIMEOUT_TYPE_SCHEDULE_TO_START);
    if (operation.isBackingOff) visit({ kind: "nexusRetry", at: operation.nextAttemptAt, scheduledEventId });
    return;
  }
  timeout(startedAt, operation.startToCloseMs, TimeoutType.TIMEOUT_TYPE_START_TO_CLOSE);
  if (cancellation?.isBackingOff === true)
    visit({ kind: "nexusRetry", at: cancellation.nextAttemptAt, scheduledEventId });
}
