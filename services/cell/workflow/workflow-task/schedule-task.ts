// Schedules a workflow task, if the workflow may have one now and has none.
import type { EpochMs } from "#shared/clock";
import type { OfferWorkflowTask } from "../effect.ts";
import { isPaused } from "../running.ts";
import type { ExecutionState, WorkflowTask } from "../state.ts";
import type { Transition } from "../transition.ts";
import { directiveOf } from "../versioning/effective-version.ts";
import { scheduledEventOf } from "./task-events.ts";

/** Attempts up to this one get the plain timeout. */
const PLAIN_ATTEMPTS = 3;

export interface ScheduleOptions {
  /** For updates alone: leaves no event until the worker accepts. */
  isSpeculative?: boolean;
  /** Keeps the beginning of a chain of heartbeats. */
  originalScheduledAt?: EpochMs;
  /** The caller starts the task at once for the worker it talks to: do not offer it. */
  isHandedOver?: boolean;
}

/** Returns the task when it was scheduled now. */
export function scheduleTask(
  transition: Transition,
  options: ScheduleOptions = {},
): WorkflowTask | undefined {
  const { state, now } = transition;
  if (!transition.isRunning || state.workflowTask !== undefined || state.firstTaskAt > now) return undefined;
  if (isPaused(state)) {
    // What waited for the last task's end is history now; the task that tells of it comes when the pause ends.
    transition.flushBuffer();
    return undefined;
  }
  const hadBuffered = state.bufferedEvents.length > 0;
  if (hadBuffered) {
    state.workflowTaskAttempt = 1;
    transition.flushBuffer();
  }
  const attempt = state.workflowTaskAttempt;
  const isTransient = attempt > 1;
  const isSpeculative = !isTransient && !hadBuffered && options.isSpeculative === true;
  const task = newTask(transition, attempt, options.originalScheduledAt ?? now);
  if (isTransient || isSpeculative) {
    task.kind = isTransient ? "transient" : "speculative";
    state.workflowTask = task;
    if (isTransient) transition.isDurable = true;
  } else {
    transition.add(scheduledEventOf(state, task));
    if (state.workflowTask !== undefined) Object.assign(state.workflowTask, task);
  }
  if (options.isHandedOver !== true) transition.effects.push(offerOf(state, task));
  return state.workflowTask;
}

function newTask(transition: Transition, attempt: number, originalScheduledAt: EpochMs): WorkflowTask {
  const { state, now } = transition;
  const isSticky = state.stickyTaskQueue !== "";
  return {
    scheduledEventId: state.nextEventId,
    startedEventId: 0,
    attempt,
    kind: "normal",
    scheduledAt: now,
    startedAt: 0,
    originalScheduledAt,
    timeoutMs: state.taskTimeoutMs + extraTimeMs(transition, attempt),
    requestId: "",
    identity: "",
    taskQueue: isSticky ? state.stickyTaskQueue : state.taskQueue,
    isSticky,
    suggestContinueAsNew: false,
    suggestContinueAsNewReasons: [],
    historySizeBytes: 0,
    isTargetChanged: false,
  };
}

/** A task that keeps failing gets longer each time, which slows the loop of failures down. */
function extraTimeMs(transition: Transition, attempt: number): number {
  if (attempt <= PLAIN_ATTEMPTS) return 0;
  const { taskRetryInitialMs, taskRetryMaxMs } = transition.context.limits;
  return Math.min(taskRetryInitialMs * Math.pow(2, attempt - PLAIN_ATTEMPTS - 1), taskRetryMaxMs);
}

export function offerOf(state: ExecutionState, task: WorkflowTask): OfferWorkflowTask {
  return {
    kind: "offerWorkflowTask",
    scheduledEventId: task.scheduledEventId,
    attempt: task.attempt,
    taskQueue: task.taskQueue,
    isSticky: task.isSticky,
    normalTaskQueue: state.taskQueue,
    scheduledAt: task.scheduledAt,
    isSpeculative: task.kind === "speculative",
    priority: state.priority,
    directive: directiveOf(state, "workflow"),
  };
}
