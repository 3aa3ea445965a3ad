// Which calls of a tenant are acts upon what runs, and what of their request is told: never payloads, never results.
import { codecOf } from "#contracts";

/** Ends, stops, resets, pushes or rearranges executions and schedules; not what workers and starters do. */
const ACTS = new Set([
  "TerminateWorkflowExecution",
  "RequestCancelWorkflowExecution",
  "ResetWorkflowExecution",
  "SignalWorkflowExecution",
  "DeleteWorkflowExecution",
  "PauseWorkflowExecution",
  "UnpauseWorkflowExecution",
  "UpdateWorkflowExecutionOptions",
  "StartBatchOperation",
  "StopBatchOperation",
  "PauseActivity",
  "UnpauseActivity",
  "ResetActivity",
  "UpdateActivityOptions",
  "TerminateActivityExecution",
  "RequestCancelActivityExecution",
  "DeleteActivityExecution",
  "PauseActivityExecution",
  "UnpauseActivityExecution",
  "ResetActivityExecution",
  "UpdateActivityExecutionOptions",
  "PatchSchedule",
  "UpdateSchedule",
  "DeleteSchedule",
]);

export function isAudited(methodName: string): boolean {
  return ACTS.has(methodName);
}

const TEXT_LENGTH_MAX = 1_000;
const SERVICE = "temporal.api.workflowservice.v1";

/** Fields that say which and why, wherever a request has them; others are not told. */
const TOLD = [
  "reason",
  "signalName",
  "scheduleId",
  "activityId",
  "jobId",
  "visibilityQuery",
  "identity",
  "requestId",
];
/** What a batch does, by the field that is set. */
const BATCH_OPERATIONS = /Operation$/;

/** The details of a call from its request message. A request that cannot be read tells nothing: the cell refuses it. */
export function detailsOf(methodName: string, message: Uint8Array): Record<string, string> {
  let request: Record<string, unknown>;
  try {
    request = codecOf<Record<string, unknown>>(`${SERVICE}.${methodName}Request`).decode(message);
  } catch {
    return {};
  }
  const details: Record<string, string> = {};
  const tell = (name: string, value: unknown): void => {
    if (typeof value === "string" && value !== "") details[name] = value.slice(0, TEXT_LENGTH_MAX);
  };
  for (const name of TOLD) tell(name, request[name]);
  const execution = (request["workflowExecution"] ?? request["execution"]) as
    { workflowId?: unknown; runId?: unknown } | null | undefined;
  tell("workflowId", execution?.workflowId ?? request["workflowId"]);
  tell("runId", execution?.runId ?? request["runId"]);
  if (methodName === "StartBatchOperation") tell("operation", batchOperationOf(request));
  return details;
}

function batchOperationOf(request: Record<string, unknown>): string | undefined {
  return Object.keys(request).find((name) => BATCH_OPERATIONS.test(name) && request[name] != null);
}
