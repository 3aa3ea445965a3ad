// What lists and counts of executions are made from.
import type { EpochMs } from "#shared/clock";
import { isAnythingPaused, pauseAttributes } from "./pausing/pause-attributes.ts";
import { isRunning } from "./running.ts";
import type { ExecutionState, ExecutionStatus } from "./state.ts";
import { hasListedVersioning, versioningAttributes } from "./versioning/listed-versioning.ts";

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

export function visibilityOf(state: ExecutionState): VisibilityRecord {
  return {
    namespaceId: state.namespaceId,
    workflowId: state.workflowId,
    runId: state.runId,
    workflowType: state.workflowType,
    taskQueue: state.taskQueue,
    status: state.status,
    startedAt: state.startedAt,
    executionAt: state.executionAt,
    closedAt: isRunning(state) ? undefined : state.closedAt,
    historyLength: state.nextEventId - 1,
    historySizeBytes: state.historySizeBytes,
    stateTransitionCount: state.transitionCount,
    parentWorkflowId: state.parent?.workflowId ?? "",
    parentRunId: state.parent?.runId ?? "",
    rootWorkflowId: state.rootWorkflowId,
    rootRunId: state.rootRunId,
    firstRunId: state.firstRunId,
    memo: state.memo,
    searchAttributes: attributesOf(state),
  };
}

function attributesOf(state: ExecutionState): VisibilityRecord["searchAttributes"] {
  const isPlain = !hasListedVersioning(state) && !isAnythingPaused(state);
  if (isPlain) return state.searchAttributes;
  const versioning = hasListedVersioning(state) ? versioningAttributes(state) : {};
  return { ...state.searchAttributes, ...pauseAttributes(state), ...versioning };
}
