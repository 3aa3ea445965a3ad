// How a run that a schedule started is doing, as a status mark shows it.
import type { Status } from "#components/status-mark";
import type { ScheduledRun } from "./schedule-facts.ts";

const RUN_STATUS: Readonly<Record<string, Status>> = {
  WORKFLOW_EXECUTION_STATUS_RUNNING: "running",
  WORKFLOW_EXECUTION_STATUS_COMPLETED: "completed",
  WORKFLOW_EXECUTION_STATUS_FAILED: "failed",
  WORKFLOW_EXECUTION_STATUS_CANCELED: "canceled",
  WORKFLOW_EXECUTION_STATUS_TERMINATED: "terminated",
  WORKFLOW_EXECUTION_STATUS_CONTINUED_AS_NEW: "continued",
  WORKFLOW_EXECUTION_STATUS_TIMED_OUT: "timed-out",
};

export function runStatus({ startWorkflowStatus }: ScheduledRun): Status {
  return RUN_STATUS[startWorkflowStatus ?? ""] ?? "running";
}
