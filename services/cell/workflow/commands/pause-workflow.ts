// Pauses the run: it gets no workflow task, and no activity that waits is given to a worker, until it is unpaused. What
// workers have already goes on, timers fire and signals are taken.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { CommandOf } from "../command.ts";
import { holdActivity, isWaiting } from "../pausing/held-activities.ts";
import { isPaused, requireRunning } from "../running.ts";
import type { Transition } from "../transition.ts";
import { failTask } from "../workflow-task/end-task.ts";

const { EventType, WorkflowTaskFailedCause } = temporal.api.enums.v1;

export function pauseWorkflow(transition: Transition, command: CommandOf<"pauseWorkflow">): undefined {
  requireRunning(transition);
  const { state } = transition;
  const { identity, reason, requestId } = command;
  if (isPaused(state)) {
    if (requestId !== "" && requestId === state.pauseRequestId) return undefined;
    throw new CloudError("FAILED_PRECONDITION", "workflow is already paused.");
  }
  endWaitingTask(transition);
  transition.add({
    eventType: EventType.EVENT_TYPE_WORKFLOW_EXECUTION_PAUSED,
    workerMayIgnore: true,
    workflowExecutionPausedEventAttributes: { identity, reason, requestId },
  });
  for (const activity of state.activities.values()) {
    if (isWaiting(activity)) holdActivity(transition, activity);
  }
  return undefined;
}

/** A task that no worker has would wait for ever; the one after the pause is not a repetition of it. */
function endWaitingTask(transition: Transition): void {
  const { state } = transition;
  const task = state.workflowTask;
  if (task === undefined || task.startedEventId !== 0) return;
  failTask(transition, task, {
    cause: WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_WORKFLOW_PAUSE_REQUESTED_BEFORE_TASK_STARTED,
    identity: "history-service",
  });
  state.workflowTaskAttempt = 1;
}
