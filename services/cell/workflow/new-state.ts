// The state of a run before its first event.
import type { RunIdentity } from "./rebuild.ts";
import type { ExecutionState } from "./state.ts";

/** temporal.api.enums.v1.WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING */
const STATUS_RUNNING = 1;

/** Always the same shape and order of fields, so that the engine sees one hidden class. */
export function newState(identity: RunIdentity): ExecutionState {
  return {
    namespace: identity.namespace,
    namespaceId: identity.namespaceId,
    workflowId: identity.workflowId,
    runId: identity.runId,
    firstRunId: "",
    originalRunId: "",
    continuedRunId: "",
    newRunId: "",
    resetRunId: "",
    startRequestId: "",
    workflowType: "",
    taskQueue: "",
    status: STATUS_RUNNING,
    startedAt: 0,
    executionAt: 0,
    closedAt: 0,
    closeEventId: 0,
    attempt: 1,
    executionTimeoutMs: 0,
    runTimeoutMs: 0,
    taskTimeoutMs: 0,
    executionExpiresAt: 0,
    runExpiresAt: 0,
    retryPolicy: undefined,
    cronSchedule: "",
    parent: undefined,
    rootWorkflowId: "",
    rootRunId: "",
    memo: {},
    searchAttributes: {},
    priority: undefined,
    versioning: undefined,
    workerDeploymentName: "",
    workerBuilds: [],
    lastWorkerStamp: undefined,
    resetPoints: [],
    callbacks: [],
    startRequestIds: {},
    version: 0,
    nextEventId: 1,
    historySizeBytes: 0,
    transitionCount: 0,
    pausedAt: 0,
    pausedBy: "",
    pauseReason: "",
    pauseRequestId: "",
    isCancelRequested: false,
    cancelRequestId: "",
    signalCount: 0,
    signalRequestIds: new Set(),
    ...emptyWork(),
  };
}

type Work = Pick<
  ExecutionState,
  | "firstTaskAt"
  | "hadWorkflowTask"
  | "lastCompletedTaskStartedEventId"
  | "activities"
  | "timers"
  | "children"
  | "externalSignals"
  | "externalCancels"
  | "nexusOperations"
  | "updates"
  | "completedUpdates"
  | "admittedUpdates"
  | "workflowTask"
  | "isCloseAttempted"
  | "workflowTaskAttempt"
  | "stickyTaskQueue"
  | "stickyTimeoutMs"
  | "bufferedEvents"
  | "aftermath"
  | "lastEffectId"
  | "pendingUpdates"
>;

/** What the run has under way. */
function emptyWork(): Work {
  return {
    firstTaskAt: 0,
    hadWorkflowTask: false,
    lastCompletedTaskStartedEventId: 0,
    activities: new Map(),
    timers: new Map(),
    children: new Map(),
    externalSignals: new Map(),
    externalCancels: new Map(),
    nexusOperations: new Map(),
    updates: new Map(),
    completedUpdates: 0,
    admittedUpdates: {},
    workflowTask: undefined,
    isCloseAttempted: false,
    workflowTaskAttempt: 1,
    stickyTaskQueue: "",
    stickyTimeoutMs: 0,
    bufferedEvents: [],
    aftermath: [],
    lastEffectId: 0,
    pendingUpdates: new Map(),
  };
}
