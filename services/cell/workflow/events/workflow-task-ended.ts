// WorkflowTaskCompleted, -Failed and -TimedOut: the worker no longer has the task.
import { temporal } from "#contracts";
import type { ExecutionState, HistoryEvent } from "../state.ts";
import { noteResetPoint } from "../resetting/reset-points.ts";
import { numberOf } from "../wire-numbers.ts";
import { applyTaskVersioning } from "./versioning.ts";
import { applyWorkflowReset } from "./workflow-reset.ts";

const { WORKFLOW_TASK_FAILED_CAUSE_RESET_WORKFLOW } = temporal.api.enums.v1.WorkflowTaskFailedCause;

export function applyWorkflowTaskCompleted(state: ExecutionState, event: HistoryEvent): void {
  const completed = event.workflowTaskCompletedEventAttributes ?? {};
  state.workflowTask = undefined;
  state.lastCompletedTaskStartedEventId = numberOf(completed.startedEventId);
  applyTaskVersioning(state, completed);
  noteResetPoint(state, event, completed);
}

/** The attempt that follows is not told by the history (a sticky task's failure does not count): commands set it. */
export function applyWorkflowTaskNotCompleted(state: ExecutionState, event: HistoryEvent): void {
  state.workflowTask = undefined;
  const cause = event.workflowTaskFailedEventAttributes?.cause;
  if (cause === WORKFLOW_TASK_FAILED_CAUSE_RESET_WORKFLOW) applyWorkflowReset(state, event);
}
