// Whether a run is open, and the refusal that most commands share when it is not.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { ExecutionState } from "./state.ts";

const { WORKFLOW_EXECUTION_STATUS_RUNNING } = temporal.api.enums.v1.WorkflowExecutionStatus;

export function isRunning(state: ExecutionState): boolean {
  return state.status === WORKFLOW_EXECUTION_STATUS_RUNNING;
}

export function requireRunning({ state }: { state: ExecutionState }): void {
  if (!isRunning(state)) throw new CloudError("NOT_FOUND", "workflow execution already completed");
}
