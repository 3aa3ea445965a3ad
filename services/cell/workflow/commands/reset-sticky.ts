// The worker that had the workflow in its cache is gone, or asked to forget: the workflow's own queue is used again.
import type { CommandOf } from "../command.ts";
import { requireRunning } from "../running.ts";
import type { Transition } from "../transition.ts";
import { clearSticky } from "../workflow-task/end-task.ts";
import { offerOf } from "../workflow-task/schedule-task.ts";

export function resetSticky(transition: Transition, _command: CommandOf<"resetSticky">): undefined {
  requireRunning(transition);
  const { state } = transition;
  clearSticky(transition);
  const task = state.workflowTask;
  if (task === undefined || task.startedEventId !== 0 || !task.isSticky) return undefined;
  task.isSticky = false;
  task.taskQueue = state.taskQueue;
  transition.effects.push(offerOf(state, task));
  return undefined;
}
