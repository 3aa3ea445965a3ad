// What the cell knows of one standalone activity. There is no history: the state is the whole truth, and the request it
// was started with stays beside it, unchanged. Payloads are kept as encoded bytes.
import type { temporal } from "#contracts";
import type { EpochMs } from "#shared/clock";
import type { RetryPolicy } from "../workflow/index.ts";
import type { Status } from "./status.ts";

export type StartRequest = temporal.api.workflowservice.v1.IStartActivityExecutionRequest;

/** What can be changed while the activity is open. 0: unset. */
export interface ActivityOptions {
  taskQueue: string;
  scheduleToCloseMs: number;
  scheduleToStartMs: number;
  startToCloseMs: number;
  heartbeatMs: number;
  /** From the start to the first dispatch. */
  startDelayMs: number;
  retryPolicy: RetryPolicy;
  priority: temporal.api.common.v1.IPriority | undefined;
}

/** Links that one request attached. */
export interface AttachedLinks {
  requestId: string;
  /** Encoded Link messages. */
  links: Uint8Array[];
}

export interface ActivityState {
  namespaceId: string;
  /** The activity id. */
  id: string;
  runId: string;
  /** As it was asked for, with defaults filled in; also what a reset of the options goes back to. */
  request: StartRequest;
  activityType: string;
  startRequestId: string;
  status: Status;
  options: ActivityOptions;
  /** When it was asked for. */
  scheduledAt: EpochMs;
  /** When a worker first had it, 0 until then: from then on the start delay is over for good. */
  firstStartedAt: EpochMs;
  closedAt: EpochMs;

  attempt: number;
  /** Changes when what was offered to workers no longer holds. */
  stamp: number;
  /** Stamp of the attempt that a worker has: its token names it. */
  startedStamp: number;
  /** When the current attempt is due at the task queue, 0 when it is not known. */
  dispatchAt: EpochMs;
  /** The current attempt is at its task queue. Not stored ahead of time: what is due is offered again. */
  isOffered: boolean;
  startedAt: EpochMs;
  /** Of the poll that got the attempt. */
  pollRequestId: string;
  workerIdentity: string;
  sdkName: string;
  sdkVersion: string;
  deploymentName: string;
  deploymentBuildId: string;
  /** When the attempt before ended, and how long the retry waits then. */
  attemptClosedAt: EpochMs;
  retryIntervalMs: number;
  /** The worker asked for this interval: a change of the policy does not change it. */
  isRetryIntervalGiven: boolean;
  /** Encoded Failure. */
  lastFailure: Uint8Array | undefined;
  lastHeartbeatAt: EpochMs;
  /** Encoded Payloads. */
  heartbeatDetails: Uint8Array | undefined;
  heartbeatCount: number;

  cancelRequestId: string;
  cancelIdentity: string;
  cancelReason: string;
  terminateRequestId: string;
  pauseRequestId: string;
  pausedBy: string;
  pauseReason: string;
  pausedAt: EpochMs;
  unpauseRequestId: string;
  resetRequestId: string;
  optionsRequestId: string;
  /** What a reset does once the worker gives the attempt back. */
  resetRestoresOptions: boolean;
  resetClearsHeartbeat: boolean;
  resetPauses: boolean;

  /** Encoded Payloads, when it completed. */
  result: Uint8Array | undefined;
  /** Encoded Failure, when it ended in another way. */
  failure: Uint8Array | undefined;
  /** temporal.api.enums.v1.RetryState. */
  retryState: number;

  attachedLinks: AttachedLinks[];
  transitionCount: number;
}
