// What the cell knows of one execution. Everything that is told by the history is written only by events/<event>.ts
// (C4: rebuild(history) gives the same); the rest (attempts, heartbeats, started tasks) is marked as such.
// Payloads are kept as encoded bytes or left in the history: a state stays small.
import type { temporal } from "#contracts";
import type { EpochMs } from "#shared/clock";
import type { CompletionCallback } from "./callbacks/completion-callback.ts";
import type { NexusOperation } from "./nexus/nexus-operation.ts";
import type { VersionName } from "./versioning/version-name.ts";

export type HistoryEvent = temporal.api.history.v1.IHistoryEvent;
type ActivityScheduled = temporal.api.history.v1.IActivityTaskScheduledEventAttributes;
type SignalInitiated = temporal.api.history.v1.ISignalExternalWorkflowExecutionInitiatedEventAttributes;
type CancelInitiated =
  temporal.api.history.v1.IRequestCancelExternalWorkflowExecutionInitiatedEventAttributes;

/** temporal.api.enums.v1.WorkflowExecutionStatus. */
export type ExecutionStatus = temporal.api.enums.v1.WorkflowExecutionStatus;

export interface RetryPolicy {
  initialIntervalMs: number;
  backoffCoefficient: number;
  /** 0: no cap. */
  maximumIntervalMs: number;
  /** 0: no cap. */
  maximumAttempts: number;
  nonRetryableErrorTypes: string[];
}

export interface ParentLink {
  namespace: string;
  namespaceId: string;
  workflowId: string;
  runId: string;
  initiatedEventId: number;
  initiatedVersion: number;
}

/** A workflow task from its scheduling to its end. Not told by the history alone: attempts and speculative tasks leave no events. */
export interface WorkflowTask {
  scheduledEventId: number;
  /** 0 until a worker took it. */
  startedEventId: number;
  attempt: number;
  /** `normal` has its events in the history; `transient` (attempt above 1) and `speculative` (updates) get them when they complete. */
  kind: "normal" | "transient" | "speculative";
  scheduledAt: EpochMs;
  startedAt: EpochMs;
  /** When the first task of a chain of heartbeats was scheduled. */
  originalScheduledAt: EpochMs;
  timeoutMs: number;
  requestId: string;
  /** Identity of the worker that took it. */
  identity: string;
  taskQueue: string;
  isSticky: boolean;
  /** Whether the server suggests continue-as-new, the history's size, and the worker's version, as the started event tells them. */
  suggestContinueAsNew: boolean;
  suggestContinueAsNewReasons: number[];
  historySizeBytes: number;
  /** The pinned run is told that its work would go to another version now. */
  isTargetChanged: boolean;
}

export interface Activity {
  scheduledEventId: number;
  /** Event id of the started event once it is in the history, else 0. */
  startedEventId: number;
  activityId: string;
  activityType: string;
  taskQueue: string;
  scheduledAt: EpochMs;
  /** 0: unset. */
  scheduleToCloseMs: number;
  scheduleToStartMs: number;
  startToCloseMs: number;
  heartbeatMs: number;
  retryPolicy: RetryPolicy | undefined;
  cancelRequestedEventId: number;
  priority: temporal.api.common.v1.IPriority | undefined;
  useWorkflowBuildId: boolean;
  // From here on: not in the history.
  attempt: number;
  /** Changes when what was offered to workers no longer holds. */
  stamp: number;
  /** When the current attempt is due. */
  attemptScheduledAt: EpochMs;
  /** The current attempt is not offered yet: it waits for its time. */
  isBackingOff: boolean;
  /** 0 until a worker took the current attempt. */
  startedAt: EpochMs;
  requestId: string;
  identity: string;
  lastHeartbeatAt: EpochMs;
  /** Encoded Payloads of the newest heartbeat. */
  heartbeatDetails: Uint8Array | undefined;
  /** Encoded Failure of the attempt before. */
  lastFailure: Uint8Array | undefined;
  lastAttemptClosedAt: EpochMs;
  /** Its workflow is paused: it waits for that to end. */
  isHeld: boolean;
  isPaused: boolean;
  pausedAt: EpochMs;
  pausedBy: string;
  pauseReason: string;
  pauseRequestId: string;
  /** Set back to its first attempt while a worker has it. */
  isReset: boolean;
  /** The next attempt does not get the heartbeat of this one. */
  resetsHeartbeat: boolean;
  /** Of the worker that started the latest attempt; empty when it had none. */
  lastVersion: VersionName;
  /** In memory only: what the scheduled event says; see `missingEvents`. */
  scheduled?: ActivityScheduled;
}

export interface Timer {
  timerId: string;
  startedEventId: number;
  firesAt: EpochMs;
}

export interface Child {
  initiatedEventId: number;
  /** 0 until it is told to have started. */
  startedEventId: number;
  namespace: string;
  namespaceId: string;
  workflowId: string;
  runId: string;
  workflowType: string;
  /** temporal.api.enums.v1.ParentClosePolicy. */
  parentClosePolicy: number;
  /** Makes the start of the child repeatable. */
  requestId: string;
  /** In memory only, until it is told to have started; see `missingEvents`. */
  initiated?: HistoryEvent;
}

export interface ExternalSignal {
  initiatedEventId: number;
  requestId: string;
  initiated?: SignalInitiated;
}

export interface ExternalCancel {
  initiatedEventId: number;
  requestId: string;
  initiated?: CancelInitiated;
}

/** An update that the history knows. */
export interface KnownUpdate {
  updateId: string;
  acceptedEventId: number;
  /** 0 until it is completed. */
  completedEventId: number;
}

/** An update that the worker has not accepted or rejected yet. In memory only: after a crash its caller asks again. */
export interface PendingUpdate {
  updateId: string;
  request: temporal.api.update.v1.IRequest;
  /** Of the encoded request. */
  bytes: number;
  /** `admitted`: not yet with a worker; `sent`: with the worker that has the workflow task. */
  stage: "admitted" | "sent";
}

/** Set from outside: it wins over what workers say. */
export interface VersioningOverride {
  /** `oneTime` is over when a worker of its version completed a task. */
  kind: "pinned" | "oneTime" | "autoUpgrade";
  /** Empty for autoUpgrade. */
  version: VersionName;
}

/** A version that the run's task queue would send it to, and by which routing. */
export interface RoutedVersion {
  version: VersionName;
  revision: number;
}

/** What binds a run to versions of its workers. */
export interface Versioning {
  /** temporal.api.enums.v1.VersioningBehavior that the worker of the last completed task said, or inherited. */
  behavior: temporal.api.enums.v1.VersioningBehavior;
  /** Of that worker, or inherited; empty when it had none. */
  version: VersionName;
  override: VersioningOverride | undefined;
  /** Versions whose workers completed tasks, oldest first. */
  usedVersions: VersionName[];
  /** temporal.api.enums.v1.ContinueAsNewVersioningBehavior: holds for the first task. */
  initialBehavior: temporal.api.enums.v1.ContinueAsNewVersioningBehavior;
  // From here on: not in the history, or changed by what leaves no event.
  /** A task went to workers of this version (empty: without one); the run is theirs when they complete it. */
  transition: { version: VersionName } | undefined;
  /** Of the routing that brought the run where it is. */
  revision: number;
  /** The run was told of this one, and went on as it was after being told of that one. */
  notifiedTarget: RoutedVersion | undefined;
  declinedTarget: RoutedVersion | undefined;
}

/** Something to do in another execution after this one closed; kept until it is acknowledged. */
export type Aftermath =
  | {
      kind: "parentClosePolicy";
      effectId: number;
      /** temporal.api.enums.v1.ParentClosePolicy: terminate or request cancel. */
      policy: number;
      namespace: string;
      namespaceId: string;
      workflowId: string;
      runId: string;
      initiatedEventId: number;
    }
  | { kind: "notifyParent"; effectId: number };

/** The first task that a build completed in a run: what a reset by build goes back to. */
export interface ResetPoint {
  binaryChecksum: string;
  buildId: string;
  /** Empty: of this run. */
  runId: string;
  completedEventId: number;
  createdAt: EpochMs;
  /** Of a run before this one; 0: never. */
  expiresAt: EpochMs;
  isResettable: boolean;
}

export interface ExecutionState {
  namespace: string;
  namespaceId: string;
  workflowId: string;
  runId: string;
  firstRunId: string;
  originalRunId: string;
  continuedRunId: string;
  /** The run that follows this one, once it is closed by continue-as-new, retry or cron. */
  newRunId: string;
  /** The run that a reset made from this one's past, or empty. */
  resetRunId: string;
  startRequestId: string;
  workflowType: string;
  taskQueue: string;
  status: ExecutionStatus;
  startedAt: EpochMs;
  /** When the first workflow task is due. */
  executionAt: EpochMs;
  closedAt: EpochMs;
  closeEventId: number;
  attempt: number;
  executionTimeoutMs: number;
  runTimeoutMs: number;
  taskTimeoutMs: number;
  /** 0: never. */
  executionExpiresAt: EpochMs;
  runExpiresAt: EpochMs;
  retryPolicy: RetryPolicy | undefined;
  cronSchedule: string;
  parent: ParentLink | undefined;
  rootWorkflowId: string;
  rootRunId: string;
  /** Key to encoded Payload. */
  memo: Record<string, Uint8Array>;
  searchAttributes: Record<string, Uint8Array>;
  priority: temporal.api.common.v1.IPriority | undefined;
  /** Undefined for a run that no version was ever asked for or seen. */
  versioning: Versioning | undefined;
  /** Of the worker that completed the last task, whether it has versions or not; an override's comes first. */
  workerDeploymentName: string;
  /** Builds that completed tasks, as the search attribute BuildIds tells them, oldest first. */
  workerBuilds: string[];
  /** Of the worker that completed the last task. */
  lastWorkerStamp: temporal.api.common.v1.IWorkerVersionStamp | undefined;
  /** Oldest first. */
  resetPoints: ResetPoint[];
  callbacks: CompletionCallback[];
  /** Request ids of starts that this run answers: its own and attached ones, to the event that tells of them. */
  startRequestIds: Record<string, number>;

  /** Failover version stamped on every event. */
  version: number;
  nextEventId: number;
  historySizeBytes: number;
  transitionCount: number;
  /** Of the pause of the whole run; 0 while it is not paused. */
  pausedAt: EpochMs;
  pausedBy: string;
  pauseReason: string;
  pauseRequestId: string;
  isCancelRequested: boolean;
  cancelRequestId: string;
  signalCount: number;
  signalRequestIds: Set<string>;
  /** Due time of the first workflow task while it is held back, else 0. */
  firstTaskAt: EpochMs;
  /** False until the first workflow task was scheduled. */
  hadWorkflowTask: boolean;
  lastCompletedTaskStartedEventId: number;
  activities: Map<number, Activity>;
  timers: Map<string, Timer>;
  children: Map<number, Child>;
  externalSignals: Map<number, ExternalSignal>;
  externalCancels: Map<number, ExternalCancel>;
  /** By scheduled event id. */
  nexusOperations: Map<number, NexusOperation>;
  updates: Map<string, KnownUpdate>;
  completedUpdates: number;
  /** Updates that only an event tells of yet (a reset brought them over), to that event. The worker reads them there. */
  admittedUpdates: Record<string, number>;

  // From here on: not in the history.
  workflowTask: WorkflowTask | undefined;
  /** The workflow tried to close while events were buffered; new updates wait for its next try. */
  isCloseAttempted: boolean;
  /** Attempt that the next workflow task will have. */
  workflowTaskAttempt: number;
  stickyTaskQueue: string;
  stickyTimeoutMs: number;
  /** Events that came while a worker held the workflow task; they get their ids when it ends. */
  bufferedEvents: HistoryEvent[];
  aftermath: Aftermath[];
  lastEffectId: number;

  // In memory only, lost with the process.
  pendingUpdates: Map<string, PendingUpdate>;
  /** The started event, needed to start the next run of a retry or cron chain; see `missingEvents`. */
  started?: temporal.api.history.v1.IWorkflowExecutionStartedEventAttributes;
  /** The closing event, needed to tell the parent; see `missingEvents`. */
  closeEvent?: HistoryEvent | undefined;
}
