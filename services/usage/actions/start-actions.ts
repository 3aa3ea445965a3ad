// How many billable actions the start of a run costs, told from its WorkflowExecutionStarted attributes alone,
// so that a cell at the start and a recount from the history agree.
import type { temporal } from "#contracts";
import type { Action } from "./kinds.ts";
import { SCHEDULE_WORKFLOW_COUNT } from "./rules.ts";

export type StartedAttributes = temporal.api.history.v1.IWorkflowExecutionStartedEventAttributes;

/** The call that starts a run from outside; it only changes the kind's name, never the count. */
export type StartCall = "start_workflow" | "start_workflow_multi_operation" | "signal_workflow_with_start";

/**
 * What starting this run costs, undefined when it is free here: runs of a chain after the first (continue-as-new is
 * paid by the run that asks for it; retries and cron runs are free) and children (paid by the parent).
 */
export function actionOfStart(
  started: StartedAttributes,
  call: StartCall = "start_workflow",
): Action | undefined {
  if (isLaterRun(started)) return undefined;
  if (started.parentWorkflowExecution != null) return undefined;
  if (isStartedBySchedule(started)) return { kind: "schedule_workflow", count: SCHEDULE_WORKFLOW_COUNT };
  return { kind: call, count: 1 };
}

/** True for every run of a chain but the first: continued, retried or started by its cron schedule. */
export function isLaterRun(started: StartedAttributes): boolean {
  const continued = started.continuedExecutionRunId ?? "";
  return continued !== "" || (started.attempt ?? 1) > 1;
}

function isStartedBySchedule(started: StartedAttributes): boolean {
  return started.searchAttributes?.indexedFields?.["TemporalScheduledById"] != null;
}
