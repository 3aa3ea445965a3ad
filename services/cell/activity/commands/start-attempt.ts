// A worker polled and gets the current attempt. The same poll asking again gets the same answer.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import { durationOf, messageOfRetryPolicy, payloadsCodec, timestampOf } from "../../workflow/index.ts";
import type { ActivityCommandOf, StartedAttempt } from "../command.ts";
import { isInProgress, STATUS } from "../status.ts";
import type { ActivityState } from "../state.ts";
import type { ActivityTransition } from "../transition.ts";

const { WORKER_VERSIONING_MODE_VERSIONED } = temporal.api.enums.v1.WorkerVersioningMode;

export function startAttempt(
  transition: ActivityTransition,
  command: ActivityCommandOf<"startAttempt">,
): StartedAttempt {
  const { state, now } = transition;
  if (isInProgress(state.status) && state.pollRequestId === command.requestId) return answerOf(state);
  // After a reload it may be due and not known to be offered: the offer that led here holds all the same.
  const isDue = state.isOffered || state.dispatchAt <= now;
  if (state.status !== STATUS.scheduled || !isDue || state.stamp !== command.stamp)
    throw new CloudError("NOT_FOUND", "Activity task not found.");
  state.startedAt = now;
  state.startedStamp = state.stamp;
  if (state.firstStartedAt === 0) state.firstStartedAt = now;
  state.pollRequestId = command.requestId;
  state.workerIdentity = command.identity;
  state.sdkName = command.sdkName;
  state.sdkVersion = command.sdkVersion;
  const deployment = command.deploymentOptions;
  if (deployment?.workerVersioningMode === WORKER_VERSIONING_MODE_VERSIONED) {
    state.deploymentName = deployment.deploymentName ?? "";
    state.deploymentBuildId = deployment.buildId ?? "";
  }
  transition.become(STATUS.started);
  if (state.attempt > 1) transition.bill("retry_standalone_activity");
  return answerOf(state);
}

function answerOf(state: ActivityState): StartedAttempt {
  const { request, options, heartbeatDetails } = state;
  return {
    attempt: state.attempt,
    stamp: state.startedStamp,
    startedAt: state.startedAt,
    response: {
      activityId: state.id,
      activityRunId: state.runId,
      activityType: { name: state.activityType },
      header: request.header ?? null,
      input: request.input ?? null,
      heartbeatDetails: heartbeatDetails === undefined ? null : payloadsCodec.decode(heartbeatDetails),
      scheduledTime: timestampOf(state.scheduledAt),
      currentAttemptScheduledTime: timestampOf(state.dispatchAt),
      startedTime: timestampOf(state.startedAt),
      attempt: state.attempt,
      scheduleToCloseTimeout: durationOf(options.scheduleToCloseMs),
      startToCloseTimeout: durationOf(options.startToCloseMs),
      heartbeatTimeout: durationOf(options.heartbeatMs),
      retryPolicy: messageOfRetryPolicy(options.retryPolicy),
      priority: options.priority ?? null,
    },
  };
}
