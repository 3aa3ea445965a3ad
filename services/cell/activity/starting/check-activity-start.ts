// Checks the request that starts a standalone activity and fills in what it leaves open. Search attributes are checked
// by the runtime, which knows the namespace's.
import type { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import {
  checkLength,
  checkLinks,
  bytesOfPayload,
  bytesOfPayloads,
  checkRetryPolicy,
  completeTimeouts,
  withRetryDefaults,
} from "../../workflow/index.ts";
import { ACTIVITY_LIMITS, type ActivityLimits } from "../limits.ts";
import { checkedDuration } from "../options/check-duration.ts";
import { problemOfPriority } from "../options/check-priority.ts";
import type { StartRequest } from "../state.ts";

/** The request with defaults filled in. Errors: INVALID_ARGUMENT. */
export function checkActivityStart(request: StartRequest, limits: ActivityLimits): StartRequest {
  const startDelay = checkedDuration(request.startDelay, "invalid StartDelay");
  checkTaskQueue(request.taskQueue, limits);
  const { activityId, activityType } = request;
  if ((activityId ?? "") === "") throw invalid("activityId is not set");
  if ((activityType?.name ?? "") === "") throw invalid("activityType is not set");
  const retryPolicy = withRetryDefaults(request.retryPolicy ?? {}, limits);
  checkRetryPolicy(retryPolicy);
  checkLength("activityId", activityId, limits);
  checkLength("activityType", activityType?.name, limits);
  const problem = problemOfPriority(request.priority);
  if (problem !== undefined) throw invalid(`invalid priorities: ${problem}`);
  const timeouts = checkedTimeouts(request);
  checkLength("request ID", request.requestId, limits);
  checkLength("identity", request.identity, limits);
  if (bytesOfPayloads(request.input) > limits.blobBytesMax) throw invalid("input exceeds length limit");
  checkMetadata(request.userMetadata);
  checkAttachments(request, limits);
  return { ...request, ...timeouts, startDelay, retryPolicy };
}

export function checkTaskQueue(
  taskQueue: temporal.api.taskqueue.v1.ITaskQueue | null | undefined,
  limits: ActivityLimits,
): void {
  if (taskQueue == null) throw invalid("taskQueue is not set");
  const name = taskQueue.name ?? "";
  if (name === "") throw invalid("missing task queue name");
  if (Buffer.byteLength(name) > limits.idBytesMax) throw invalid("taskQueue length exceeds limit");
  if (name.startsWith("/_sys/")) throw invalid("task queue name cannot start with reserved prefix /_sys/");
}

function checkedTimeouts(request: StartRequest): ReturnType<typeof completeTimeouts> & object {
  const timeouts = completeTimeouts(0, {
    activityId: request.activityId,
    activityType: request.activityType,
    scheduleToCloseTimeout: checkedDuration(request.scheduleToCloseTimeout, "invalid ScheduleToCloseTimeout"),
    scheduleToStartTimeout: checkedDuration(request.scheduleToStartTimeout, "invalid ScheduleToStartTimeout"),
    startToCloseTimeout: checkedDuration(request.startToCloseTimeout, "invalid StartToCloseTimeout"),
    heartbeatTimeout: checkedDuration(request.heartbeatTimeout, "invalid HeartbeatTimeout"),
  });
  if (typeof timeouts === "string") throw invalid(timeouts);
  return timeouts;
}

function checkMetadata(metadata: StartRequest["userMetadata"]): void {
  const { summaryBytesMax, detailsBytesMax } = ACTIVITY_LIMITS;
  for (const [name, payload, bytesMax] of [
    ["summary", metadata?.summary, summaryBytesMax],
    ["details", metadata?.details, detailsBytesMax],
  ] as const) {
    const bytes = payload == null ? 0 : bytesOfPayload(payload);
    if (bytes > bytesMax) {
      throw invalid(`user_metadata.${name} exceeds size limit. Length=${bytes} Limit=${bytesMax}`);
    }
  }
}

function checkAttachments(request: StartRequest, limits: ActivityLimits): void {
  const callbacks = request.completionCallbacks ?? [];
  if (callbacks.length > 0) {
    throw invalid("completion callbacks are not enabled for this namespace");
  }
  const links = request.links ?? [];
  checkLinks(links, limits);
  const onConflict = request.onConflictOptions;
  if (onConflict?.attachCompletionCallbacks === true && onConflict.attachRequestId !== true) {
    throw invalid("on_conflict_options: attach_completion_callbacks requires attach_request_id to be set");
  }
  if (onConflict?.attachRequestId === true && links.length === 0) {
    throw invalid("on_conflict_options: attach_request_id requires at least one completion callback or link");
  }
}

function invalid(message: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", message);
}
