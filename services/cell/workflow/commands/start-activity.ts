// A worker polled and gets an attempt of an activity. The same poll asking again gets the same answer.
import { CloudError } from "#shared/errors";
import { startAttempt, startedActivityAnswer } from "../activities/start-activity.ts";
import type { CommandOf, StartedActivity } from "../command.ts";
import { requireRunning } from "../running.ts";
import type { Transition } from "../transition.ts";

export function startActivity(transition: Transition, command: CommandOf<"startActivity">): StartedActivity {
  requireRunning(transition);
  const { state } = transition;
  const activity = state.activities.get(command.scheduledEventId);
  const isOffered =
    activity?.attempt === command.attempt &&
    activity.stamp === command.stamp &&
    !activity.isPaused &&
    !activity.isHeld;
  if (activity === undefined || !isOffered) throw new CloudError("NOT_FOUND", "Activity task not found.");
  if (activity.startedAt !== 0) {
    if (activity.requestId === command.requestId) return startedActivityAnswer(state, activity);
    throw new CloudError("NOT_FOUND", "Activity task already started.");
  }
  if (activity.isBackingOff) throw new CloudError("NOT_FOUND", "Activity task is not due yet.");
  return startAttempt(transition, activity, command);
}
