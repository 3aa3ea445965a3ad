// DescribeWorkflowExecution from the state.
import type { temporal } from "#contracts";
import type { EpochMs } from "#shared/clock";
import type { ExecutionState } from "./state.ts";

export function describeExecution(
  _state: ExecutionState,
  _now: EpochMs,
): temporal.api.workflowservice.v1.IDescribeWorkflowExecutionResponse {
  throw new Error("not there yet");
}
