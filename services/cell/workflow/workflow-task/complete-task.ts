// Ends a workflow task as completed: its events enter the history, unless it is a speculative one that leaves no trace.
import { temporal } from "#contracts";
import type { HistoryEvent, WorkflowTask } from "../state.ts";
import type { Transition } from "../transition.ts";
import { completeOnVersion } from "../versioning/complete-on-version.ts";
import { messageOfVersion, type VersionName } from "../versioning/version-name.ts";
import { versionOfWorker } from "../versioning/worker-version.ts";
import { int64, msOf, numberOf } from "../wire-numbers.ts";
import { scheduledEventOf, startedEventOf } from "./task-events.ts";

type Request = temporal.api.workflowservice.v1.IRespondWorkflowTaskCompletedRequest;
const { EVENT_TYPE_WORKFLOW_TASK_COMPLETED } = temporal.api.enums.v1.EventType;
const REJECTION = "temporal.api.update.v1.Rejection";

/** The completed event; undefined when the task was discarded. */
export function completeTask(
  transition: Transition,
  task: WorkflowTask,
  request: Request,
): HistoryEvent | undefined {
  const { state } = transition;
  const isDiscarded = mayDiscard(transition, task, request);
  state.workflowTask = undefined;
  state.workflowTaskAttempt = 1;
  state.isCloseAttempted = false;
  if (isDiscarded) return undefined;
  let { scheduledEventId, startedEventId } = task;
  if (task.kind !== "normal") {
    scheduledEventId = numberOf(transition.add(scheduledEventOf(state, task), task.scheduledAt).eventId);
    const current = { ...task, scheduledEventId, identity: request.identity ?? "" };
    // The task is over for the state already: the started event must not look as if a worker held one.
    startedEventId = numberOf(
      transition.add(startedEventOf(current, stampOf(request)), task.startedAt).eventId,
    );
  }
  const version = versionOfWorker(request);
  const event = completedEventOf(request, { scheduledEventId, startedEventId, version });
  const waitedMs = transition.now - task.scheduledAt;
  return completeOnVersion(transition, { version, waitedMs }, () => transition.add(event));
}

/** Of a build that versions nothing: the others are told by their deployment. */
function stampOf({ workerVersionStamp: stamp }: Request): Request["workerVersionStamp"] {
  return stamp?.useVersioning === true ? null : stamp;
}

interface Completed {
  scheduledEventId: number;
  startedEventId: number;
  version: VersionName;
}

function completedEventOf(request: Request, completed: Completed): HistoryEvent {
  const { deploymentOptions, deployment } = request;
  return {
    eventType: EVENT_TYPE_WORKFLOW_TASK_COMPLETED,
    workflowTaskCompletedEventAttributes: {
      scheduledEventId: int64(completed.scheduledEventId),
      startedEventId: int64(completed.startedEventId),
      identity: request.identity ?? "",
      binaryChecksum: request.binaryChecksum ?? "",
      workerVersion: request.workerVersionStamp ?? null,
      sdkMetadata: request.sdkMetadata ?? null,
      meteringMetadata: request.meteringMetadata ?? null,
      workerDeploymentName: deploymentOptions?.deploymentName || deployment?.seriesName || "",
      deploymentVersion: messageOfVersion(completed.version),
      versioningBehavior: request.versioningBehavior ?? 0,
    },
  };
}

/** Nothing happened but rejections, and the worker has not seen many events that would have to be sent again. */
function mayDiscard(transition: Transition, task: WorkflowTask, request: Request): boolean {
  if (task.kind !== "speculative") return false;
  if ((request.commands ?? []).length > 0 || request.forceCreateNewWorkflowTask === true) return false;
  const { state, context } = transition;
  const canForget = request.capabilities?.discardSpeculativeWorkflowTaskWithEvents === true;
  const shippedMax = canForget ? context.limits.discardedTaskEventsMax : 0;
  // The last completed task's started and completed events come before what this task shipped.
  if (state.nextEventId > state.lastCompletedTaskStartedEventId + 2 + shippedMax) return false;
  return (request.messages ?? []).every((message) => (message.body?.type_url ?? "").endsWith(REJECTION));
}

/** Where the next task goes: to the worker's own queue if it keeps the workflow in its cache. */
export function keepSticky(transition: Transition, request: Request): void {
  const { state } = transition;
  const moving = state.versioning?.transition;
  const isLeft = moving !== undefined && moving.version !== versionOfWorker(request);
  const sticky = isLeft ? undefined : request.stickyAttributes;
  state.stickyTaskQueue = sticky?.workerTaskQueue?.name ?? "";
  state.stickyTimeoutMs = state.stickyTaskQueue === "" ? 0 : msOf(sticky?.scheduleToStartTimeout);
}
