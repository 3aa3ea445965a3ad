// A completed workflow task puts the run on the version of its worker. When that changes where its tasks belong, the
// activities that still wait are offered again.
import type { HistoryEvent } from "../state.ts";
import type { Transition } from "../transition.ts";
import { effectiveVersion, isSameVersion } from "./effective-version.ts";
import { listedFingerprint } from "./listed-versioning.ts";
import { offerActivitiesAgain } from "./transition.ts";
import type { VersionName } from "./version-name.ts";

/** `complete` adds the completed event, which ends a move to the worker's version. */
export function completeOnVersion(
  transition: Transition,
  worker: { version: VersionName; waitedMs: number },
  complete: () => HistoryEvent,
): HistoryEvent {
  const { state } = transition;
  if (state.versioning === undefined && worker.version === "") return completeWithout(transition, complete);
  const hasMoved = state.versioning?.transition?.version === worker.version;
  const before = effectiveVersion(state);
  const listedBefore = listedFingerprint(state);
  const event = complete();
  if (listedFingerprint(state) !== listedBefore) transition.isListed = true;
  if (hasMoved || !isSameVersion(before, effectiveVersion(state)))
    offerActivitiesAgain(transition, worker.waitedMs);
  return event;
}

/** The usual case: neither the run nor the worker has a version. An unversioned worker may name its deployment. */
function completeWithout(transition: Transition, complete: () => HistoryEvent): HistoryEvent {
  const { state } = transition;
  const { workerDeploymentName } = state;
  const event = complete();
  if (state.workerDeploymentName !== workerDeploymentName) transition.isListed = true;
  return event;
}
