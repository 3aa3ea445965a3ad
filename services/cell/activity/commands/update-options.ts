// Changes the options of an open activity, or puts back those it was started with. Timeouts of a running attempt count
// from where they began.
import type { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import {
  checkRetryPolicy,
  completeTimeouts,
  intervalOfAttempt,
  mergeOptions,
  withRetryDefaults,
} from "../../workflow/index.ts";
import { dispatchAt, firstDispatchAt, notBeforeStartDelay, retryDueAt } from "../attempts/dispatch.ts";
import type { ActivityCommandOf } from "../command.ts";
import { messageOfOptions, optionsOf, originalOptions } from "../options/activity-options.ts";
import { checkedDuration } from "../options/check-duration.ts";
import { problemOfPriority } from "../options/check-priority.ts";
import { checkTaskQueue } from "../starting/check-activity-start.ts";
import { precondition } from "../precondition.ts";
import { STATUS, statusName, type Status } from "../status.ts";
import type { ActivityOptions, ActivityState } from "../state.ts";
import type { ActivityTransition } from "../transition.ts";

type Update = ActivityCommandOf<"updateOptions">;
type OptionsMessage = temporal.api.activity.v1.IActivityOptions;

const CHANGEABLE: readonly Status[] = [
  STATUS.scheduled,
  STATUS.started,
  STATUS.paused,
  STATUS.pauseRequested,
];

export function updateOptions(transition: ActivityTransition, command: Update): OptionsMessage {
  const { state } = transition;
  if (command.requestId === state.optionsRequestId) return messageOfOptions(state.options);
  if (!CHANGEABLE.includes(state.status)) {
    throw precondition(`Cannot update options for activity in state ${statusName(state.status)}`);
  }
  const options = command.restoresOriginal ? originalOptions(state) : changedOptions(transition, command);
  state.options = options;
  state.optionsRequestId = command.requestId;
  adjustRetry(state, command);
  state.stamp += 1;
  if (state.status === STATUS.scheduled) {
    dispatchAt(transition, retryDueAt(state) ?? notBeforeStartDelay(state, transition.now));
  }
  transition.bill("update_standalone_activity_options");
  return messageOfOptions(options);
}

function invalid(message: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", message);
}

/** Errors: INVALID_ARGUMENT, FAILED_PRECONDITION. Changes nothing. */
function changedOptions(transition: ActivityTransition, { options, paths }: Update): ActivityOptions {
  const { state, now, context } = transition;
  const wanted: OptionsMessage = { ...options };
  if (paths.includes("taskQueue.name")) checkTaskQueue(wanted.taskQueue, context.limits);
  checkWantedPriority(wanted.priority, paths);
  if (paths.includes("retryPolicy")) {
    wanted.retryPolicy = withRetryDefaults(wanted.retryPolicy ?? {}, context.limits);
  }
  if (paths.includes("startDelay")) {
    wanted.startDelay = checkedDuration(wanted.startDelay, "invalid StartDelay");
    const isPausedBefore = state.firstStartedAt === 0 && state.status === STATUS.paused;
    if (firstDispatchAt(state) <= now && !isPausedBefore) {
      throw precondition("cannot update start_delay: the first activity attempt has already been dispatched");
    }
  }
  const merged = mergeOptions(messageOfOptions(state.options), wanted, paths);
  const types = state.options.retryPolicy.nonRetryableErrorTypes;
  if (!paths.includes("retryPolicy"))
    merged.retryPolicy = { ...merged.retryPolicy, nonRetryableErrorTypes: types };
  if (paths.some((path) => path.startsWith("retryPolicy"))) checkRetryPolicy(merged.retryPolicy);
  const timeouts = completeTimeouts(0, {
    activityId: state.id,
    activityType: { name: state.activityType },
    scheduleToCloseTimeout: checkedDuration(merged.scheduleToCloseTimeout, "invalid ScheduleToCloseTimeout"),
    scheduleToStartTimeout: checkedDuration(merged.scheduleToStartTimeout, "invalid ScheduleToStartTimeout"),
    startToCloseTimeout: checkedDuration(merged.startToCloseTimeout, "invalid StartToCloseTimeout"),
    heartbeatTimeout: checkedDuration(merged.heartbeatTimeout, "invalid HeartbeatTimeout"),
  });
  if (typeof timeouts === "string") throw invalid(timeouts);
  return optionsOf({ ...merged, ...timeouts });
}

/** A part of a priority is checked alone: what the activity has already is not what is asked for. */
function checkWantedPriority(priority: OptionsMessage["priority"], paths: readonly string[]): void {
  const isWhole = paths.includes("priority");
  const problem = problemOfPriority({
    priorityKey: isWhole || paths.includes("priority.priorityKey") ? (priority?.priorityKey ?? 0) : 0,
    fairnessKey: isWhole || paths.includes("priority.fairnessKey") ? (priority?.fairnessKey ?? "") : "",
    fairnessWeight:
      isWhole || paths.includes("priority.fairnessWeight") ? (priority?.fairnessWeight ?? 0) : 0,
  });
  if (problem !== undefined) throw invalid(problem);
}

/** A retry that waits by the policy waits as long as the policy says now. */
function adjustRetry(state: ActivityState, { paths, restoresOriginal }: Update): void {
  const isWaiting = state.status === STATUS.scheduled || state.status === STATUS.paused;
  const isTouched = restoresOriginal || paths.some((path) => path.startsWith("retryPolicy"));
  if (!isWaiting || !isTouched || state.retryIntervalMs === 0 || state.isRetryIntervalGiven) return;
  state.retryIntervalMs = intervalOfAttempt(state.options.retryPolicy, state.attempt - 1);
}
