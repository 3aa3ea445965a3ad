// What is listed about one execution, as the engine hands it over with the transition that changed it.
import type { temporal } from "#contracts";
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
  readonly startTime: EpochMs;
  /** Start plus first workflow task backoff (cron, retry or start delay). */
  readonly executionTime: EpochMs;
  /** Undefined while open. */
  readonly closeTime: EpochMs | undefined;
  readonly historyLength: number;
  readonly historySizeBytes: number;
  readonly stateTransitionCount: number;
  readonly parentExecution: ExecutionRef | undefined;
  /** Undefined when the execution is its own root. */
  readonly rootExecution: ExecutionRef | undefined;
  readonly memo: temporal.api.common.v1.IMemo | undefined;
  /** Payloads carry their type in the metadata `type`, as `validateSearchAttributes` leaves them. */
  readonly searchAttributes: temporal.api.common.v1.ISearchAttributes | undefined;
}

export interface ExecutionRef {
  readonly workflowId: string;
  readonly runId: string;
}
