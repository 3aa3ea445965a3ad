// Moves of a run to another version: begun when a task goes to workers of that version, done when they complete a
// workflow task. What was offered for the version before is offered again.
import { isOffered, offerActivity } from "../activities/retry-activity.ts";
import type { Transition } from "../transition.ts";
import { clearSticky } from "../workflow-task/end-task.ts";
import { offerOf } from "../workflow-task/schedule-task.ts";
import { effectiveVersion, isSameVersion } from "./effective-version.ts";
import { versioningOfRun } from "./new-versioning.ts";
import type { VersionName } from "./version-name.ts";

/** The caller has made sure that the run is not pinned and is on another version. */
export function beginTransition(
  transition: Transition,
  to: { version: VersionName; revision: number },
): void {
  const { state } = transition;
  const versioning = versioningOfRun(state);
  versioning.transition = { version: to.version };
  versioning.revision = to.revision;
  clearSticky(transition);
  offerTaskAgain(transition);
  transition.isDurable = true;
}

/** A waiting workflow task goes to the queue that it belongs to now. A speculative one is left to its timeout. */
export function offerTaskAgain(transition: Transition): void {
  const { state } = transition;
  const task = state.workflowTask;
  if (task?.startedEventId !== 0 || task.kind === "speculative") return;
  task.isSticky = state.stickyTaskQueue !== "";
  task.taskQueue = task.isSticky ? state.stickyTaskQueue : state.taskQueue;
  transition.effects.push(offerOf(state, task));
  transition.isDurable = true;
}

/** Activities that no worker has yet. The time that a workflow task took does not count as waiting. */
export function offerActivitiesAgain(transition: Transition, waitedMs: number): void {
  for (const activity of transition.state.activities.values()) {
    if (!isOffered(activity)) continue;
    activity.stamp += 1;
    activity.attemptScheduledAt += waitedMs;
    offerActivity(transition, activity);
    transition.isDurable = true;
  }
}

/** Runs what may change the run's version or behaviour and offers its workflow task again when it did. */
export function rerouteAfter(transition: Transition, change: () => void): boolean {
  const { state } = transition;
  const before = effectiveVersion(state);
  change();
  if (isSameVersion(before, effectiveVersion(state))) return false;
  if (state.versioning !== undefined) state.versioning.transition = undefined;
  clearSticky(transition);
  offerTaskAgain(transition);
  transition.isListed = true;
  return true;
}
