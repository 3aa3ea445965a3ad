// A worker polled and gets the workflow task. The same poll asking again gets the same answer.
import { CloudError } from "#shared/errors";
import type { Assignment, CommandOf, StartedWorkflowTask } from "../command.ts";
import { requireRunning } from "../running.ts";
import type { Transition } from "../transition.ts";
import { effectiveVersion, isPinned, isSameVersion } from "../versioning/effective-version.ts";
import { beginTransition } from "../versioning/transition.ts";
import { clearSticky } from "../workflow-task/end-task.ts";
import { startTask } from "../workflow-task/start-task.ts";
import { startedTaskAnswer } from "../workflow-task/started-task.ts";

export function startWorkflowTask(
  transition: Transition,
  command: CommandOf<"startWorkflowTask">,
): StartedWorkflowTask {
  requireRunning(transition);
  const { state } = transition;
  const task = state.workflowTask;
  if (task === undefined) throw new CloudError("NOT_FOUND", "Workflow task not found.");
  if (task.startedEventId !== 0) {
    if (task.requestId === command.requestId) {
      return startedTaskAnswer(state, task, { resendsUpdates: true });
    }
    throw new CloudError("NOT_FOUND", "Workflow task already started.");
  }
  if (task.scheduledEventId !== command.scheduledEventId || task.attempt !== command.attempt) {
    throw new CloudError("NOT_FOUND", "Workflow task not found.");
  }
  const { assignment, identity, requestId, stamp, taskQueue } = command;
  const isMove = checkVersion(transition, assignment);
  if (state.stickyTaskQueue !== "" && taskQueue !== state.stickyTaskQueue) clearSticky(transition);
  const started = startTask(transition, task, {
    identity,
    requestId,
    stamp,
    taskQueue,
    target: assignment.target,
  });
  // A speculative task may leave no trace: the run moves when it completes.
  if (isMove && started.kind !== "speculative") beginTransition(transition, assignment);
  return startedTaskAnswer(state, started, { resendsUpdates: true });
}

/** Whether the worker is of another version than the run is on. Errors: NOT_FOUND for a task that is offered elsewhere. */
function checkVersion({ state }: Transition, { directive, version }: Assignment): boolean {
  const current = effectiveVersion(state);
  if (!isSameVersion(directive, current)) {
    throw new CloudError("NOT_FOUND", "The workflow task was scheduled for another version.");
  }
  if (version === current.version) return false;
  if (isPinned(current)) throw new CloudError("NOT_FOUND", "The workflow is pinned to another version.");
  return true;
}
