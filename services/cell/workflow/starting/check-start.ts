// Refuses starts that Temporal refuses, with its words. The edge has parsed the message; nothing is changed yet.
import type { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import { checkCronSchedule } from "../closing/cron.ts";
import type { DecideContext } from "../outcome.ts";
import { checkLinks } from "../check-links.ts";
import { checkPriority } from "../priority.ts";
import { bytesOfFields, bytesOfPayloads } from "../payload-size.ts";
import { checkRetryPolicy, withRetryDefaults } from "../retry-policy.ts";
import { checkSearchAttributeSizes } from "../search-attribute-size.ts";
import { requireServed } from "../versioning/checked-override.ts";
import { msOf, numberOf } from "../wire-numbers.ts";

type StartRequest = temporal.api.workflowservice.v1.IStartWorkflowExecutionRequest;

/** Names of the server's own task queues begin so. */
const RESERVED_PREFIX = "/_sys/";
const RESERVED_TEXT = "task queue name cannot start with reserved prefix /_sys/";

/** startExecution does this too; a caller that may find the run already there does it first. */
export function checkStart(request: StartRequest, context: DecideContext, namespaceId: string): void {
  const { limits, now } = context;
  requireId("WorkflowId", request.workflowId, limits.idBytesMax);
  requireId("WorkflowType", request.workflowType?.name, limits.idBytesMax);
  if (request.taskQueue == null) refuse("taskQueue is not set");
  requireId("TaskQueue", request.taskQueue?.name, limits.idBytesMax);
  if ((request.requestId ?? "").length > limits.idBytesMax) refuse("RequestId length exceeds limit.");
  if ((request.taskQueue?.name ?? "").startsWith(RESERVED_PREFIX)) refuse(RESERVED_TEXT);
  checkTimes(request);
  if (request.retryPolicy != null) checkRetryPolicy(withRetryDefaults(request.retryPolicy, limits));
  checkCronSchedule(request.cronSchedule ?? "", now);
  if ((request.cronSchedule ?? "") !== "" && msOf(request.workflowStartDelay) > 0) {
    refuse("CronSchedule and WorkflowStartDelay may not be used together.");
  }
  if (bytesOfPayloads(request.input) > limits.blobBytesMax) refuse("Blob data size exceeds limit.");
  if (bytesOfFields(request.memo?.fields) > limits.memoBytesMax) refuse("Memo size exceeds limit.");
  checkSearchAttributeSizes(request.searchAttributes, limits);
  if ((request.completionCallbacks ?? []).length > limits.completionCallbacksMax) {
    refuse(`cannot attach more than ${limits.completionCallbacksMax} callbacks to a workflow`);
  }
  const callbackLinks = (request.completionCallbacks ?? []).flatMap((callback) => callback.links ?? []);
  checkLinks([...(request.links ?? []), ...callbackLinks], limits);
  checkPriority(request.priority);
  requireServed(
    request.versioningOverride,
    { namespaceId, taskQueue: request.taskQueue.name ?? "" },
    context,
  );
}

const REQUIRED_TEXT = {
  WorkflowId: "WorkflowId is not set on request.",
  WorkflowType: "WorkflowType is not set on request.",
  TaskQueue: "missing task queue name",
} as const;

const TOO_LONG = {
  WorkflowId: (length: number, max: number) => `WorkflowId exceeds maximum allowed length (${length}/${max})`,
  WorkflowType: () => "WorkflowType length exceeds limit.",
  TaskQueue: () => "taskQueue length exceeds limit",
} as const;

function requireId(
  name: keyof typeof REQUIRED_TEXT,
  value: string | null | undefined,
  bytesMax: number,
): void {
  if (value == null || value === "") refuse(REQUIRED_TEXT[name]);
  else if (value.length > bytesMax || Buffer.byteLength(value) > bytesMax) {
    refuse(TOO_LONG[name](value.length, bytesMax));
  }
}

function checkTimes(request: StartRequest): void {
  const fields = {
    WorkflowExecutionTimeoutSeconds: request.workflowExecutionTimeout,
    WorkflowRunTimeoutSeconds: request.workflowRunTimeout,
    WorkflowTaskTimeoutSeconds: request.workflowTaskTimeout,
    WorkflowStartDelaySeconds: request.workflowStartDelay,
  };
  for (const [name, value] of Object.entries(fields)) {
    const problem = problemOfDuration(value);
    if (problem !== undefined) refuse(`An invalid ${name} is set on request. cause: ${problem}`);
  }
}

function problemOfDuration(value: StartRequest["workflowRunTimeout"]): string | undefined {
  if (value == null) return undefined;
  if (numberOf(value.seconds) * (value.nanos ?? 0) < 0) {
    return "duration has seconds and nanos with different signs";
  }
  return msOf(value) < 0 ? "negative duration" : undefined;
}

function refuse(message: string): never {
  throw new CloudError("INVALID_ARGUMENT", message);
}
