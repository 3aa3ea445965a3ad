// Pauses, unpauses, resets and changes the options of pending activities from outside. Nothing of it is in the history:
// only the state tells, and the stamp of an activity makes older offers of it void.
import type { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { ActivityChange, ActivitySelector } from "../command.ts";
import { intervalOfAttempt, retryPolicyOf } from "../retry-policy.ts";
import type { Activity } from "../state.ts";
import type { Transition } from "../transition.ts";
import { msOf } from "../wire-numbers.ts";
import { changedOptions, optionsOfSchedule } from "./activity-options.ts";
import { offerActivity } from "./retry-activity.ts";

type Options = temporal.api.activity.v1.IActivityOptions;

/** The options after a change of options. Errors: NOT_FOUND, FAILED_PRECONDITION, INVALID_ARGUMENT. */
export function changeActivities(
  transition: Transition,
  selector: ActivitySelector,
  change: ActivityChange,
): Options | undefined {
  const selected = selectedActivities(transition, selector);
  const first = selected[0];
  if (first === undefined) throw notFound();
  switch (change.kind) {
    case "pause":
      for (const activity of selected) checkPause(activity, change.requestId);
      for (const activity of selected) pause(transition, activity, change);
      return undefined;
    case "unpause":
      for (const activity of selected) if (activity.isPaused) unpause(transition, activity, change);
      return undefined;
    case "reset":
      for (const activity of selected) reset(transition, activity, change);
      return undefined;
    case "options": {
      // All are checked before the first is changed.
      const plans = selected.map((activity) => ({
        activity,
        options: changedOptions(transition, activity, change),
      }));
      for (const { activity, options } of plans) applyOptions(transition, activity, options);
      return plans.at(-1)?.options;
    }
  }
}

function selectedActivities({ state }: Transition, selector: ActivitySelector): Activity[] {
  const pending = [...state.activities.values()];
  if ("activityId" in selector) return pending.filter((one) => one.activityId === selector.activityId);
  if ("activityType" in selector) return pending.filter((one) => one.activityType === selector.activityType);
  return pending;
}

function notFound(): CloudError {
  return new CloudError(
    "NOT_FOUND",
    "Can't find pending activity with such ID. Invalid activityID or activity already completed",
  );
}

function isWaiting(activity: Activity): boolean {
  return activity.startedAt === 0 && activity.cancelRequestedEventId === 0;
}

function checkPause(activity: Activity, requestId: string): void {
  if (activity.isPaused && activity.pauseRequestId !== requestId) {
    throw new CloudError("FAILED_PRECONDITION", "activity is already paused");
  }
}

function pause(
  transition: Transition,
  activity: Activity,
  change: Extract<ActivityChange, { kind: "pause" }>,
): void {
  if (activity.isPaused) return;
  // What runs may end; what waits is offered no more.
  if (isWaiting(activity)) activity.stamp += 1;
  activity.isPaused = true;
  activity.pausedAt = transition.now;
  activity.pausedBy = change.identity;
  activity.pauseReason = change.reason;
  activity.pauseRequestId = change.requestId;
  transition.isDurable = transition.isListed = true;
}

function endPause(transition: Transition, activity: Activity): void {
  activity.isPaused = false;
  activity.pausedAt = 0;
  activity.pausedBy = activity.pauseReason = activity.pauseRequestId = "";
  activity.stamp += 1;
  transition.isDurable = transition.isListed = true;
}

function unpause(
  transition: Transition,
  activity: Activity,
  change: Extract<ActivityChange, { kind: "unpause" }>,
): void {
  endPause(transition, activity);
  if (change.resetsAttempts) activity.attempt = 1;
  if (change.resetsHeartbeat) forgetHeartbeat(activity);
  if (isWaiting(activity)) offerAt(transition, activity, transition.now + change.delayMs);
}

function reset(
  transition: Transition,
  activity: Activity,
  change: Extract<ActivityChange, { kind: "reset" }>,
): void {
  const wasPaused = activity.isPaused;
  activity.attempt = 1;
  activity.isReset = true;
  activity.resetsHeartbeat ||= change.resetsHeartbeat;
  transition.isDurable = true;
  if (change.restoresOptions) {
    setOptions(activity, optionsOfSchedule(activity));
    activity.stamp += 1;
  }
  if (wasPaused && !change.keepsPaused) endPause(transition, activity);
  if (!isWaiting(activity) || activity.isPaused) return;
  if (!wasPaused) activity.stamp += 1;
  if (change.resetsHeartbeat) forgetHeartbeat(activity);
  offerAt(transition, activity, transition.now + change.delayMs);
}

function forgetHeartbeat(activity: Activity): void {
  activity.heartbeatDetails = undefined;
  activity.lastHeartbeatAt = 0;
}

function applyOptions(transition: Transition, activity: Activity, options: Options): void {
  setOptions(activity, options);
  activity.stamp += 1;
  transition.isDurable = true;
  if (isWaiting(activity) && !activity.isPaused) offerAt(transition, activity, nextAttemptAt(activity));
}

function setOptions(activity: Activity, options: Options): void {
  activity.taskQueue = options.taskQueue?.name ?? "";
  activity.scheduleToCloseMs = msOf(options.scheduleToCloseTimeout);
  activity.scheduleToStartMs = msOf(options.scheduleToStartTimeout);
  activity.startToCloseMs = msOf(options.startToCloseTimeout);
  activity.heartbeatMs = msOf(options.heartbeatTimeout);
  activity.priority = options.priority ?? undefined;
  const policy = retryPolicyOf(options.retryPolicy);
  const { retryPolicy } = activity;
  if (policy === undefined || retryPolicy === undefined) return;
  activity.retryPolicy = { ...policy, nonRetryableErrorTypes: retryPolicy.nonRetryableErrorTypes };
}

/** A waiting retry waits as long as its policy says now. */
function nextAttemptAt({ attempt, retryPolicy, lastAttemptClosedAt, attemptScheduledAt }: Activity): number {
  if (attempt <= 1 || retryPolicy === undefined) return attemptScheduledAt;
  return lastAttemptClosedAt + intervalOfAttempt(retryPolicy, attempt - 1);
}

function offerAt(transition: Transition, activity: Activity, at: number): void {
  activity.attemptScheduledAt = at;
  activity.isBackingOff = at > transition.now;
  activity.isReset = activity.resetsHeartbeat = false;
  activity.lastFailure = undefined;
  if (!activity.isBackingOff) offerActivity(transition, activity);
}
