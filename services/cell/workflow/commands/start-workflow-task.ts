// A worker polled and gets the workflow task. The same poll asking again gets the same answer.
import { CloudError } from "#shared/errors";
import type { CommandOf, StartedWorkflowTask } from "../command.ts";
import { requireRunning } from "../running.ts";
import type { Transition } from "../transition.ts";
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
  if (state.stickyTaskQueue !== "" && command.taskQueue !== state.stickyTaskQueue) clearSticky(transition);
  const started = startTask(transition, task, command);
  return startedTaskAnswer(state, started, { resendsUpdates: true });
}
