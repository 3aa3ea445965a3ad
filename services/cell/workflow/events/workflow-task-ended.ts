// WorkflowTaskCompleted, -Failed and -TimedOut: the worker no longer has the task.
import type { ExecutionState, HistoryEvent } from "../state.ts";
import { numberOf } from "../wire-numbers.ts";

export function applyWorkflowTaskCompleted(state: ExecutionState, event: HistoryEvent): void {
  const completed = event.workflowTaskCompletedEventAttributes ?? {};
  state.workflowTask = undefined;
  state.lastCompletedTaskStartedEventId = numberOf(completed.startedEventId);
  state.versioningBehavior = completed.versioningBehavior ?? 0;
  state.deploymentName = completed.deploymentVersion?.deploymentName ?? completed.workerDeploymentName ?? "";
  state.deploymentBuildId = completed.deploymentVersion?.buildId ?? "";
}

/** The attempt that follows is not told by the history (a sticky task's failure does not count): commands set it. */
export function applyWorkflowTaskNotCompleted(state: ExecutionState): void {
  state.workflowTask = undefined;
}
