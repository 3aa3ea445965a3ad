// Activities that wait while their workflow is paused: offered to nobody until it is unpaused. Their timeouts run on.
import { offerActivity } from "../activities/retry-activity.ts";
import type { Activity } from "../state.ts";
import type { Transition } from "../transition.ts";

/** No worker has it. */
export function isWaiting(activity: Activity): boolean {
  return activity.startedAt === 0;
}

/** Older offers of it are void from now on. */
export function holdActivity(transition: Transition, activity: Activity): void {
  activity.isHeld = true;
  activity.stamp += 1;
  transition.isDurable = true;
}

export function releaseActivity(transition: Transition, activity: Activity): void {
  activity.isHeld = false;
  activity.stamp += 1;
  transition.isDurable = true;
  if (activity.isPaused) return;
  activity.isBackingOff = activity.attemptScheduledAt > transition.now;
  if (!activity.isBackingOff) offerActivity(transition, activity);
}
