// What clients are told of a standalone activity: its description and its outcome.
import type { temporal } from "#contracts";
import type { EpochMs } from "#shared/clock";
import {
  linkCodec,
  durationOf,
  failureCodec,
  int64,
  messageOfRetryPolicy,
  payloadsCodec,
  timestampIfSet,
  timestampOf,
} from "../workflow/index.ts";
import { firstDispatchAt } from "./attempts/dispatch.ts";
import { isClosed, publicRunState, publicStatus, STATUS } from "./status.ts";
import type { ActivityState } from "./state.ts";

type Info = temporal.api.activity.v1.IActivityExecutionInfo;
type Outcome = temporal.api.activity.v1.IActivityExecutionOutcome;

export interface Included {
  heartbeatDetails: boolean;
  lastFailure: boolean;
}

export function describeActivity(state: ActivityState, now: EpochMs, included: Included): Info {
  const { request, options } = state;
  return {
    activityId: state.id,
    runId: state.runId,
    activityType: { name: state.activityType },
    status: publicStatus(state.status),
    runState: publicRunState(state.status, state.resetPauses),
    taskQueue: options.taskQueue,
    scheduleToCloseTimeout: durationOf(options.scheduleToCloseMs),
    scheduleToStartTimeout: durationOf(options.scheduleToStartMs),
    startToCloseTimeout: durationOf(options.startToCloseMs),
    heartbeatTimeout: durationOf(options.heartbeatMs),
    startDelay:
      request.startDelay == null && options.startDelayMs === 0 ? null : durationOf(options.startDelayMs),
    retryPolicy: messageOfRetryPolicy(options.retryPolicy),
    priority: options.priority ?? null,
    header: request.header ?? null,
    userMetadata: request.userMetadata ?? null,
    canceledReason: state.cancelReason,
    links: state.attachedLinks.flatMap(({ links }) => links.map((link) => linkCodec.decode(link))),
    stateTransitionCount: int64(state.transitionCount),
    ...timesOf(state, now),
    ...attemptOf(state, included),
  };
}

function timesOf(state: ActivityState, now: EpochMs): Info {
  const { options, closedAt, scheduledAt } = state;
  const firstAt = firstDispatchAt(state);
  const isWaiting = state.status === STATUS.scheduled && state.dispatchAt > now;
  return {
    scheduleTime: timestampOf(scheduledAt),
    executionTime: timestampOf(firstAt),
    expirationTime: timestampIfSet(options.scheduleToCloseMs === 0 ? 0 : firstAt + options.scheduleToCloseMs),
    closeTime: timestampIfSet(closedAt),
    executionDuration: closedAt === 0 ? null : durationOf(closedAt - scheduledAt),
    nextAttemptScheduleTime: isWaiting ? timestampOf(state.dispatchAt) : null,
    currentRetryInterval: isWaiting && state.retryIntervalMs > 0 ? durationOf(state.retryIntervalMs) : null,
  };
}

function attemptOf(state: ActivityState, included: Included): Info {
  const { heartbeatDetails, lastFailure, deploymentName, deploymentBuildId } = state;
  return {
    attempt: state.attempt,
    lastStartedTime: timestampIfSet(state.startedAt),
    lastAttemptCompleteTime: timestampIfSet(state.attemptClosedAt),
    lastHeartbeatTime: timestampIfSet(state.lastHeartbeatAt),
    totalHeartbeatCount: int64(state.heartbeatCount),
    lastWorkerIdentity: state.workerIdentity,
    sdkName: state.sdkName,
    sdkVersion: state.sdkVersion,
    lastDeploymentVersion: deploymentBuildId === "" ? null : { deploymentName, buildId: deploymentBuildId },
    heartbeatDetails:
      included.heartbeatDetails && heartbeatDetails !== undefined
        ? payloadsCodec.decode(heartbeatDetails)
        : null,
    lastFailure: included.lastFailure && lastFailure !== undefined ? failureCodec.decode(lastFailure) : null,
  };
}

/** Undefined while the activity is open. */
export function outcomeOf({ status, result, failure, retryState }: ActivityState): Outcome | undefined {
  if (!isClosed(status)) return undefined;
  if (status === STATUS.completed)
    return { result: result === undefined ? {} : payloadsCodec.decode(result) };
  return { failure: failure === undefined ? {} : failureCodec.decode(failure), retryState };
}
