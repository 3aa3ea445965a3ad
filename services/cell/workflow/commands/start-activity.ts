// A worker polled and gets an attempt of an activity. The same poll asking again gets the same answer.
import { CloudError } from "#shared/errors";
import { startAttempt, startedActivityAnswer } from "../activities/start-activity.ts";
import type { Assignment, CommandOf, StartedActivity } from "../command.ts";
import { requireRunning } from "../running.ts";
import type { ExecutionState } from "../state.ts";
import type { Transition } from "../transition.ts";
import {
  effectiveVersion,
  isPinned,
  isSameVersion,
  type EffectiveVersion,
} from "../versioning/effective-version.ts";
import { beginTransition } from "../versioning/transition.ts";
import { deploymentNameOf } from "../versioning/version-name.ts";
import { scheduleTask } from "../workflow-task/schedule-task.ts";

export function startActivity(
  transition: Transition,
  command: CommandOf<"startActivity">,
): StartedActivity | undefined {
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
  const { assignment } = command;
  const current = requiredVersion(state, assignment);
  if (mustMoveFirst(current, assignment)) {
    beginTransition(transition, assignment);
    scheduleTask(transition);
    return undefined;
  }
  activity.lastVersion = assignment.version || activity.lastVersion;
  return startAttempt(transition, activity, command);
}

/**
 * The version that the run is on. Errors: NOT_FOUND. Activities of a run that moves wait until it has moved; they are
 * offered again then.
 */
function requiredVersion(state: ExecutionState, { directive }: Assignment): EffectiveVersion {
  const current = effectiveVersion(state);
  if (!isSameVersion(directive, current)) {
    throw new CloudError("NOT_FOUND", "The activity task was scheduled for another version.");
  }
  if (state.versioning?.transition !== undefined) {
    throw new CloudError("NOT_FOUND", "The workflow moves to another version.");
  }
  return current;
}

/**
 * Whether the workflow goes to the version of the activity's worker as well, but has not yet. If it would not, the
 * activity's queue has versions of its own: it starts without the workflow.
 */
function mustMoveFirst(current: EffectiveVersion, { version, target, revision }: Assignment): boolean {
  if (version === current.version || isPinned(current)) return false;
  if (version === target.version) return true;
  const isSameDeployment = deploymentNameOf(version) === deploymentNameOf(target.version);
  return version !== "" && isSameDeployment && revision > target.revision;
}
