// What is listed about one execution: the same shape as the workflow core's `visibilityOf(state)` gives, declared here
// so that neither folder needs the other.
import type { EpochMs } from "#shared/clock";

export interface ExecutionKey {
  /** A UUID. */
  readonly namespaceId: string;
  readonly workflowId: string;
  /** A UUID. */
  readonly runId: string;
}

export interface VisibilityRecord extends ExecutionKey {
  readonly workflowType: string;
  readonly taskQueue: string;
  /** Number of temporal.api.enums.v1.WorkflowExecutionStatus. */
  readonly status: number;
  readonly startedAt: EpochMs;
  /** Start plus first workflow task backoff (cron, retry or start delay). */
  readonly executionAt: EpochMs;
  /** Undefined while open. */
  readonly closedAt: EpochMs | undefined;
  readonly historyLength: number;
  readonly historySizeBytes: number;
  readonly stateTransitionCount: number;
  /** Empty without a parent. */
  readonly parentWorkflowId: string;
  readonly parentRunId: string;
  readonly rootWorkflowId: string;
  readonly rootRunId: string;
  /** Key to encoded temporal.api.common.v1.Payload. */
  readonly memo: Readonly<Record<string, Uint8Array>>;
  /** As memo; the payloads carry their type in the metadata `type`, as `validateSearchAttributes` leaves them. */
  readonly searchAttributes: Readonly<Record<string, Uint8Array>>;
}
