// A pinned run is told when its task queue's work goes to another version, so that it can go on there by
// continue-as-new. It is told until it declines by going on as it was, and again when the target changes once more.
import type { ExecutionState, RoutedVersion } from "../state.ts";
import { effectiveVersion, isPinned } from "./effective-version.ts";

/** A task that came without matching says nothing new. */
const NOT_ASKED: RoutedVersion = { version: "", revision: -1 };

/** Whether the task that starts now tells of another target. */
export function noticeTarget(state: ExecutionState, target: RoutedVersion = NOT_ASKED): boolean {
  const { versioning } = state;
  if (versioning === undefined) return false;
  if (versioning.override !== undefined) {
    // Who overrides decides where the run goes.
    versioning.notifiedTarget = versioning.declinedTarget = undefined;
    return false;
  }
  const effective = effectiveVersion(state);
  if (!isPinned(effective)) return false;
  const { notifiedTarget, declinedTarget } = versioning;
  const newestRevision = Math.max(notifiedTarget?.revision ?? 0, declinedTarget?.revision ?? 0);
  if (target.version === effective.version && target.revision >= newestRevision) {
    versioning.notifiedTarget = versioning.declinedTarget = undefined;
  } else if (!isDeclined(declinedTarget, target) && target.revision >= newestRevision) {
    versioning.notifiedTarget = target;
    versioning.declinedTarget = undefined;
  }
  return versioning.notifiedTarget !== undefined;
}

function isDeclined(declined: RoutedVersion | undefined, target: RoutedVersion): boolean {
  return declined !== undefined && target.revision <= declined.revision;
}
