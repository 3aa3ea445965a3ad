// DescribeWorkflowExecution from the state.
import { temporal } from "#contracts";
import type { EpochMs } from "#shared/clock";
import { BUFFERED_EVENT_ID } from "./buffered-events.ts";
import { payloadsCodec } from "./message-codecs.ts";
import { decodeFields } from "./payload-fields.ts";
import { describeCallbacks } from "./callbacks/describe-callbacks.ts";
import { describeOperations } from "./nexus/describe-operations.ts";
import { optionsOfActivity } from "./activities/activity-options.ts";
import { lastFailureOf } from "./activities/start-activity.ts";
import { describeResetPoints } from "./resetting/reset-points.ts";
import { pauseAttributes } from "./pausing/pause-attributes.ts";
import { isRunning } from "./running.ts";
import type { Activity, ExecutionState } from "./state.ts";
import { describeVersioning } from "./versioning/describe-versioning.ts";
import { versioningAttributes } from "./versioning/listed-versioning.ts";
import { messageOfVersion, olderTextOf } from "./versioning/version-name.ts";
import { durationOf, int64, timestampIfSet, timestampOf } from "./wire-numbers.ts";

type Described = temporal.api.workflowservice.v1.IDescribeWorkflowExecutionResponse;
const { EventType, PendingActivityState, PendingWorkflowTaskState, TaskQueueKind } = temporal.api.enums.v1;

const STARTED_EVENT_ID = 1;
/** How Temporal writes that a run has no end of its own: the zero of Go's time, year 1. */
const NEVER = { seconds: int64(-62_135_596_800), nanos: 0 };

export function describeExecution(state: ExecutionState, now: EpochMs): Described {
  return {
    executionConfig: {
      taskQueue: { name: state.taskQueue, kind: TaskQueueKind.TASK_QUEUE_KIND_NORMAL },
      workflowExecutionTimeout: durationOf(state.executionTimeoutMs),
      workflowRunTimeout: durationOf(state.runTimeoutMs),
      defaultWorkflowTaskTimeout: durationOf(state.taskTimeoutMs),
    },
    workflowExecutionInfo: infoOf(state),
    pendingActivities: [...state.activities.values()].map((activity) => pendingActivity(activity, now)),
    pendingChildren: [...state.children.values()].map((child) => ({
      workflowId: child.workflowId,
      runId: child.runId,
      workflowTypeName: child.workflowType,
      initiatedId: int64(child.initiatedEventId),
      parentClosePolicy: child.parentClosePolicy,
    })),
    pendingWorkflowTask: pendingTask(state),
    callbacks: describeCallbacks(state),
    pendingNexusOperations: describeOperations(state),
    workflowExtendedInfo: {
      executionExpirationTime: timestampIfSet(state.executionExpiresAt),
      runExpirationTime: timestampIfSet(state.runExpiresAt) ?? NEVER,
      cancelRequested: state.isCancelRequested,
      originalStartTime: timestampOf(state.startedAt),
      pauseInfo:
        state.pausedAt === 0
          ? null
          : {
              identity: state.pausedBy,
              pausedTime: timestampOf(state.pausedAt),
              reason: state.pauseReason,
            },
      requestIdInfos: requestIdInfos(state),
    },
  };
}

/** Which event told of which start request: links name attached requests by these. */
function requestIdInfos(state: ExecutionState): Record<string, temporal.api.workflow.v1.IRequestIdInfo> {
  return Object.fromEntries(
    Object.entries(state.startRequestIds).map(([requestId, eventId]) => {
      const eventType =
        eventId === STARTED_EVENT_ID
          ? EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED
          : EventType.EVENT_TYPE_WORKFLOW_EXECUTION_OPTIONS_UPDATED;
      const buffered = eventId === BUFFERED_EVENT_ID;
      return [requestId, { eventType, buffered, eventId: int64(buffered ? 0 : eventId) }];
    }),
  );
}

function infoOf(state: ExecutionState): temporal.api.workflow.v1.IWorkflowExecutionInfo {
  const { parent } = state;
  const isClosed = !isRunning(state);
  return {
    execution: { workflowId: state.workflowId, runId: state.runId },
    type: { name: state.workflowType },
    startTime: timestampOf(state.startedAt),
    closeTime: isClosed ? timestampOf(state.closedAt) : null,
    executionDuration: isClosed ? durationOf(state.closedAt - state.executionAt) : null,
    status: state.status,
    historyLength: int64(state.nextEventId - 1),
    parentNamespaceId: parent?.namespaceId ?? "",
    parentExecution: parent === undefined ? null : { workflowId: parent.workflowId, runId: parent.runId },
    executionTime: timestampOf(state.executionAt),
    memo: { fields: decodeFields(state.memo) },
    searchAttributes: {
      indexedFields: decodeFields({
        ...state.searchAttributes,
        ...pauseAttributes(state),
        ...versioningAttributes(state),
      }),
    },
    autoResetPoints: describeResetPoints(state.runId, state.resetPoints),
    taskQueue: state.taskQueue,
    stateTransitionCount: int64(state.transitionCount),
    historySizeBytes: int64(state.historySizeBytes),
    rootExecution: { workflowId: state.rootWorkflowId, runId: state.rootRunId },
    firstRunId: state.firstRunId,
    mostRecentWorkerVersionStamp: state.lastWorkerStamp ?? null,
    versioningInfo: describeVersioning(state),
    workerDeploymentName: state.workerDeploymentName,
    priority: state.priority ?? null,
  };
}

function pendingTask(state: ExecutionState): temporal.api.workflow.v1.IPendingWorkflowTaskInfo | null {
  const task = state.workflowTask;
  if (task === undefined) return null;
  const isStarted = task.startedEventId !== 0;
  return {
    state: isStarted
      ? PendingWorkflowTaskState.PENDING_WORKFLOW_TASK_STATE_STARTED
      : PendingWorkflowTaskState.PENDING_WORKFLOW_TASK_STATE_SCHEDULED,
    scheduledTime: timestampOf(task.scheduledAt),
    originalScheduledTime: timestampOf(task.originalScheduledAt),
    startedTime: isStarted ? timestampOf(task.startedAt) : null,
    attempt: task.attempt,
  };
}

function activityState(activity: Activity): temporal.api.enums.v1.PendingActivityState {
  const isStarted = activity.startedAt !== 0;
  if (activity.cancelRequestedEventId !== 0)
    return PendingActivityState.PENDING_ACTIVITY_STATE_CANCEL_REQUESTED;
  if (activity.isPaused) {
    return isStarted
      ? PendingActivityState.PENDING_ACTIVITY_STATE_PAUSE_REQUESTED
      : PendingActivityState.PENDING_ACTIVITY_STATE_PAUSED;
  }
  return isStarted
    ? PendingActivityState.PENDING_ACTIVITY_STATE_STARTED
    : PendingActivityState.PENDING_ACTIVITY_STATE_SCHEDULED;
}

function pendingActivity(activity: Activity, now: EpochMs): temporal.api.workflow.v1.IPendingActivityInfo {
  const { heartbeatDetails, attemptScheduledAt, lastAttemptClosedAt, retryPolicy } = activity;
  const isWaiting = activity.startedAt === 0 && attemptScheduledAt > now;
  return {
    activityId: activity.activityId,
    activityType: { name: activity.activityType },
    state: activityState(activity),
    heartbeatDetails: heartbeatDetails === undefined ? null : payloadsCodec.decode(heartbeatDetails),
    lastHeartbeatTime: timestampIfSet(activity.lastHeartbeatAt),
    lastStartedTime: timestampIfSet(activity.startedAt),
    attempt: activity.attempt,
    maximumAttempts: retryPolicy?.maximumAttempts ?? 0,
    scheduledTime: timestampOf(attemptScheduledAt),
    expirationTime: timestampIfSet(
      activity.scheduleToCloseMs === 0 ? 0 : activity.scheduledAt + activity.scheduleToCloseMs,
    ),
    lastFailure: lastFailureOf(activity),
    lastWorkerIdentity: activity.identity,
    currentRetryInterval:
      isWaiting && lastAttemptClosedAt > 0 ? durationOf(attemptScheduledAt - lastAttemptClosedAt) : null,
    lastAttemptCompleteTime: timestampIfSet(lastAttemptClosedAt),
    nextAttemptScheduleTime: isWaiting ? timestampOf(attemptScheduledAt) : null,
    paused: activity.isPaused,
    pauseInfo: activity.isPaused
      ? {
          pauseTime: timestampOf(activity.pausedAt),
          manual: { identity: activity.pausedBy, reason: activity.pauseReason },
        }
      : null,
    activityOptions: {
      ...optionsOfActivity(activity),
      // As Temporal's server tells it.
      taskQueue: { name: activity.taskQueue, normalName: activity.taskQueue },
    },
    lastDeploymentVersion: messageOfVersion(activity.lastVersion),
    lastWorkerDeploymentVersion: activity.lastVersion === "" ? "" : olderTextOf(activity.lastVersion),
    priority: activity.priority ?? null,
  };
}
