// Whether a run is open, and the refusal that most commands share when it is not.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { ExecutionState } from "./state.ts";

const { WORKFLOW_EXECUTION_STATUS_PAUSED, WORKFLOW_EXECUTION_STATUS_RUNNING } =
  temporal.api.enums.v1.WorkflowExecutionStatus;

/** A paused run is open too. */
export function isRunning({ status }: Pick<ExecutionState, "status">): boolean {
  return status === WORKFLOW_EXECUTION_STATUS_RUNNING || status === WORKFLOW_EXECUTION_STATUS_PAUSED;
}

export function isPaused({ status }: Pick<ExecutionState, "status">): boolean {
  return status === WORKFLOW_EXECUTION_STATUS_PAUSED;
}

export function requireRunning({ state }: { state: ExecutionState }): void {
  if (!isRunning(state)) throw new CloudError("NOT_FOUND", "workflow execution already completed");
}
