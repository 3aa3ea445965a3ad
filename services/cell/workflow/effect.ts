// What the runtime does after the commit of a transition. All effects but the reported ones can be repeated, and
// `pendingEffects` tells them again after a crash; those with an effectId until the command effectDone.
import type { temporal } from "#contracts";
import type { EpochMs } from "#shared/clock";
import type { OperationCompletion } from "./callbacks/operation-completion.ts";
import type { CloudError } from "#shared/errors";
import type { ExecutionStatus, HistoryEvent } from "./state.ts";
import type { Signal } from "./command.ts";
import type { OperationTimes } from "./nexus/call-window.ts";
import type { StartInput } from "./start-input.ts";
import type { VersionName } from "./versioning/version-name.ts";

/** Where a task of a run with a version belongs. */
export interface VersionDirective {
  /** temporal.api.enums.v1.VersioningBehavior; never UNSPECIFIED. */
  behavior: temporal.api.enums.v1.VersioningBehavior;
  /** The version that the run is on; empty: on none. */
  version: VersionName;
  /** Of the routing that brought it there. */
  revision: number;
  /** The first task after continue-as-new asked for the version that is ramped up. */
  usesRamping: boolean;
}

export interface OfferWorkflowTask {
  kind: "offerWorkflowTask";
  scheduledEventId: number;
  attempt: number;
  /** Where to offer it. When the sticky queue has no poller any more, send the command resetSticky. */
  taskQueue: string;
  isSticky: boolean;
  /** The workflow's own queue. */
  normalTaskQueue: string;
  scheduledAt: EpochMs;
  isSpeculative: boolean;
  priority: temporal.api.common.v1.IPriority | undefined;
  /** Undefined for a run without a version. */
  directive: VersionDirective | undefined;
}

export interface OfferActivityTask {
  kind: "offerActivityTask";
  scheduledEventId: number;
  attempt: number;
  stamp: number;
  taskQueue: string;
  activityType: string;
  scheduledAt: EpochMs;
  priority: temporal.api.common.v1.IPriority | undefined;
  directive: VersionDirective | undefined;
}

/** Another execution to act on. An empty runId means the current run. */
export interface Target {
  namespace: string;
  namespaceId: string;
  workflowId: string;
  runId: string;
  /** Only if it is a child of this execution. */
  childWorkflowOnly: boolean;
}

export interface StartChild {
  kind: "startChild";
  initiatedEventId: number;
  /** Give it to startExecution as it is (apply the id reuse policy first); answer with childStarted or childStartFailed. */
  input: StartInput;
}

export interface SignalExternal {
  kind: "signalExternal";
  initiatedEventId: number;
  target: Target;
  /** Send as the command `signal` with origin "workflow"; answer with externalSignalDone. */
  signal: Signal;
}

export interface CancelExternal {
  kind: "cancelExternal";
  initiatedEventId: number;
  target: Target;
  requestId: string;
  reason: string;
  /** This execution, for the event at the receiver. */
  sender: temporal.api.common.v1.IWorkflowExecution;
}

export interface ApplyParentClosePolicy {
  kind: "applyParentClosePolicy";
  effectId: number;
  action: "terminate" | "requestCancel";
  initiatedEventId: number;
  target: Target;
  reason: string;
  identity: string;
  requestId: string;
  sender: temporal.api.common.v1.IWorkflowExecution;
}

export interface NotifyParent {
  kind: "notifyParent";
  effectId: number;
  /** Send as childClosed; NOT_FOUND counts as done. */
  parent: Target;
  parentInitiatedEventId: number;
  childWorkflowId: string;
  childRunId: string;
  closeEvent: HistoryEvent;
}

export interface UpdateReached {
  kind: "updateReached";
  updateId: string;
  stage: "accepted" | "completed";
  /** For `completed`; a rejection is an outcome with a failure. */
  outcome: temporal.api.update.v1.IOutcome | undefined;
}

/** The update will not be answered by this run: every waiting caller gets `error`. */
export interface UpdateAborted {
  kind: "updateAborted";
  updateId: string;
  error: CloudError;
}

export interface ExecutionClosed {
  kind: "executionClosed";
  status: ExecutionStatus;
  /** The run that goes on, or empty. */
  newRunId: string;
}

/** Tell a callback how the run ended; answer with callbackAnswered. */
export interface CallCompletionCallback {
  kind: "callCompletionCallback";
  /** Its place among the callbacks of the run. */
  index: number;
  /** Attempts before this one. */
  attempt: number;
  url: string;
  header: Record<string, string>;
  completion: OperationCompletion;
}

export interface NexusCall {
  scheduledEventId: number;
  /** Attempts before this one. */
  attempt: number;
  endpointId: string;
  endpoint: string;
  service: string;
  operation: string;
  header: Record<string, string>;
  times: OperationTimes;
}

/** Ask the handler to start the operation; answer with nexusStartAnswered. */
export interface StartNexusOperation extends NexusCall {
  kind: "startNexusOperation";
  requestId: string;
  input: temporal.api.common.v1.IPayload | undefined;
}

/** Ask the handler to cancel the operation; answer with nexusCancelAnswered. */
export interface CancelNexusOperation extends NexusCall {
  kind: "cancelNexusOperation";
  operationToken: string;
}

export type Effect =
  | OfferWorkflowTask
  | OfferActivityTask
  | StartChild
  | SignalExternal
  | CancelExternal
  | ApplyParentClosePolicy
  | NotifyParent
  | UpdateReached
  | UpdateAborted
  | ExecutionClosed
  | StartNexusOperation
  | CancelNexusOperation
  | CallCompletionCallback;
