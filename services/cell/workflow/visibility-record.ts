// What lists and counts of executions are made from.
import type { EpochMs } from "#shared/clock";
import type { ExecutionState, ExecutionStatus } from "./state.ts";

export interface VisibilityRecord {
  namespaceId: string;
  workflowId: string;
  runId: string;
  workflowType: string;
  taskQueue: string;
  status: ExecutionStatus;
  startedAt: EpochMs;
  executionAt: EpochMs;
  closedAt: EpochMs | undefined;
  historyLength: number;
  historySizeBytes: number;
  stateTransitionCount: number;
  parentWorkflowId: string;
  parentRunId: string;
  rootWorkflowId: string;
  rootRunId: string;
  firstRunId: string;
  /** Key to encoded temporal.api.common.v1.Payload. */
  memo: Readonly<Record<string, Uint8Array>>;
  searchAttributes: Readonly<Record<string, Uint8Array>>;
}

export function visibilityOf(_state: ExecutionState): VisibilityRecord {
  throw new Error("not there yet");
}
