// What pages ask a workflow: small readings of the API's messages.
import type { Message } from "#api/workflow-service";
import type { Status } from "#components/status-mark";
import { duration, msOf } from "#format/time";

export type WorkflowInfo = Message<"temporal.api.workflow.v1.WorkflowExecutionInfo">;
export type PendingActivity = Message<"temporal.api.workflow.v1.PendingActivityInfo">;

/** A run by its ids, as addresses and requests name it. */
export interface RunName {
  namespace: string;
  workflowId: string;
  runId: string;
}

interface StatusWords {
  status: Status;
  word: string;
  /** As the filter language spells it. */
  name: string;
}

const UNKNOWN: StatusWords = { status: "waiting", word: "Unknown", name: "" };

export const STATUSES: Readonly<Record<string, StatusWords>> = {
  WORKFLOW_EXECUTION_STATUS_RUNNING: { status: "running", word: "Running", name: "Running" },
  WORKFLOW_EXECUTION_STATUS_PAUSED: { status: "waiting", word: "Paused", name: "Paused" },
  WORKFLOW_EXECUTION_STATUS_COMPLETED: { status: "completed", word: "Completed", name: "Completed" },
  WORKFLOW_EXECUTION_STATUS_FAILED: { status: "failed", word: "Failed", name: "Failed" },
  WORKFLOW_EXECUTION_STATUS_TIMED_OUT: { status: "timed-out", word: "Timed out", name: "TimedOut" },
  WORKFLOW_EXECUTION_STATUS_TERMINATED: { status: "terminated", word: "Terminated", name: "Terminated" },
  WORKFLOW_EXECUTION_STATUS_CANCELED: { status: "canceled", word: "Canceled", name: "Canceled" },
  WORKFLOW_EXECUTION_STATUS_CONTINUED_AS_NEW: {
    status: "continued",
    word: "Continued as new",
    name: "ContinuedAsNew",
  },
};

export function statusOf(constant: string | undefined): StatusWords {
  return STATUSES[constant ?? ""] ?? UNKNOWN;
}

export function isOpen({ status }: WorkflowInfo): boolean {
  return status === "WORKFLOW_EXECUTION_STATUS_RUNNING" || status === "WORKFLOW_EXECUTION_STATUS_PAUSED";
}

export function isPaused({ status }: WorkflowInfo): boolean {
  return status === "WORKFLOW_EXECUTION_STATUS_PAUSED";
}

export function keyOfRun({ execution }: WorkflowInfo): string {
  return `${execution?.workflowId ?? ""}/${execution?.runId ?? ""}`;
}

/** From its start to its close, or to now. */
export function lasted({ startTime, closeTime }: WorkflowInfo, nowMs: number): string {
  const startMs = msOf(startTime);
  return startMs === undefined ? "" : duration(Math.max(0, (msOf(closeTime) ?? nowMs) - startMs));
}
