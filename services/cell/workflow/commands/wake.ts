// Time has come: everything due happens, in the order in which it was due.
import { temporal } from "#contracts";
import { offerActivity } from "../activities/retry-activity.ts";
import { timeOutActivity } from "../activities/time-out-activity.ts";
import { callbackEffect } from "../callbacks/callback-effects.ts";
import { timeOutRun } from "../closing/time-out-run.ts";
import type { CommandOf } from "../command.ts";
import { eachDeadline, type Deadline } from "../deadlines.ts";
import { timeOutOperation } from "../nexus/close-operation.ts";
import { resume } from "../nexus/delivery.ts";
import { callHandler } from "../nexus/operation-effects.ts";
import type { Transition } from "../transition.ts";
import { int64 } from "../wire-numbers.ts";
import { timeOutTask } from "../workflow-task/end-task.ts";
import { scheduleTask } from "../workflow-task/schedule-task.ts";

const { EVENT_TYPE_TIMER_FIRED } = temporal.api.enums.v1.EventType;

export function wake(transition: Transition, _command: CommandOf<"wake">): undefined {
  for (const deadline of dueDeadlines(transition)) {
    // One of them may have closed the run.
    if (!transition.isRunning && deadline.kind !== "callbackRetry") break;
    meet(transition, deadline);
  }
  return undefined;
}

function dueDeadlines(transition: Transition): Deadline[] {
  const due: Deadline[] = [];
  eachDeadline(transition.state, transition.context.limits, (deadline) => {
    if (deadline.at <= transition.now) due.push(deadline);
  });
  return due.sort((one, other) => one.at - other.at);
}

/** Earlier deadlines of the same waking may have settled what this one was about: each is checked again. */
function meet(transition: Transition, deadline: Deadline): void {
  switch (deadline.kind) {
    case "executionTimeout":
    case "runTimeout":
      timeOutRun(transition);
      return;
    case "firstTask":
      transition.state.firstTaskAt = 0;
      scheduleTask(transition);
      return;
    case "workflowTask":
      meetTaskTimeout(transition, deadline);
      return;
    case "timer":
      fireTimer(transition, deadline.timerId);
      return;
    case "activityRetry":
      offerRetry(transition, deadline.scheduledEventId);
      return;
    case "activityTimeout":
      timeOutActivity(transition, deadline);
      return;
    case "nexusTimeout":
      meetNexusTimeout(transition, deadline);
      return;
    case "nexusRetry":
      retryNexusCall(transition, deadline.scheduledEventId);
      return;
    case "callbackRetry":
      retryCallback(transition, deadline.index);
  }
}

function meetTaskTimeout(transition: Transition, due: Extract<Deadline, { kind: "workflowTask" }>): void {
  const task = transition.state.workflowTask;
  if (task?.scheduledEventId !== due.scheduledEventId || task.attempt !== due.attempt) return;
  timeOutTask(transition, task, due.timeoutType);
  scheduleTask(transition);
}

function fireTimer(transition: Transition, timerId: string): void {
  const timer = transition.state.timers.get(timerId);
  if (timer === undefined) return;
  transition.add({
    eventType: EVENT_TYPE_TIMER_FIRED,
    timerFiredEventAttributes: { timerId, startedEventId: int64(timer.startedEventId) },
  });
  scheduleTask(transition);
}

function offerRetry(transition: Transition, scheduledEventId: number): void {
  const activity = transition.state.activities.get(scheduledEventId);
  if (activity?.isBackingOff !== true) return;
  activity.isBackingOff = false;
  offerActivity(transition, activity);
}

function meetNexusTimeout(
  transition: Transition,
  { scheduledEventId, timeoutType }: Extract<Deadline, { kind: "nexusTimeout" }>,
): void {
  const operation = transition.state.nexusOperations.get(scheduledEventId);
  if (operation !== undefined) timeOutOperation(transition, operation, timeoutType);
}

function retryNexusCall(transition: Transition, scheduledEventId: number): void {
  const operation = transition.state.nexusOperations.get(scheduledEventId);
  const delivery = operation?.startedAt === 0 ? operation : operation?.cancellation;
  if (operation === undefined || delivery?.isBackingOff !== true) return;
  resume(delivery);
  callHandler(transition, operation);
  transition.isDurable = true;
}

function retryCallback(transition: Transition, index: number): void {
  const { state } = transition;
  const callback = state.callbacks[index];
  if (callback?.isBackingOff !== true) return;
  resume(callback);
  const effect = callbackEffect(state, index);
  if (effect !== undefined) transition.effects.push(effect);
  transition.isDurable = true;
}
