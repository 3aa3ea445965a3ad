// On which version a run is and how bound to it, when everything that has a say is weighed: a move that is under way, an
// override from outside, what the worker of the last task said.
import { temporal } from "#contracts";
import type { VersionDirective } from "../effect.ts";
import type { ExecutionState, Versioning } from "../state.ts";
import type { VersionName } from "./version-name.ts";

const { VersioningBehavior, ContinueAsNewVersioningBehavior } = temporal.api.enums.v1;

export interface EffectiveVersion {
  /** temporal.api.enums.v1.VersioningBehavior; UNSPECIFIED for a run without a version. */
  behavior: temporal.api.enums.v1.VersioningBehavior;
  /** Empty: workers without a version. */
  version: VersionName;
}

const NONE: EffectiveVersion = {
  behavior: VersioningBehavior.VERSIONING_BEHAVIOR_UNSPECIFIED,
  version: "",
};

export function effectiveVersion({ versioning }: Pick<ExecutionState, "versioning">): EffectiveVersion {
  if (versioning === undefined) return NONE;
  const { transition, override, behavior, version } = versioning;
  if (transition !== undefined) {
    return {
      behavior: VersioningBehavior.VERSIONING_BEHAVIOR_AUTO_UPGRADE,
      version: transition.version,
    };
  }
  if (override === undefined) {
    return behavior === VersioningBehavior.VERSIONING_BEHAVIOR_UNSPECIFIED ? NONE : { behavior, version };
  }
  return override.kind === "autoUpgrade"
    ? { behavior: VersioningBehavior.VERSIONING_BEHAVIOR_AUTO_UPGRADE, version }
    : { behavior: VersioningBehavior.VERSIONING_BEHAVIOR_PINNED, version: override.version };
}

export function isPinned({ behavior }: EffectiveVersion): boolean {
  return behavior === VersioningBehavior.VERSIONING_BEHAVIOR_PINNED;
}

/** What matching is told of the run's tasks; undefined for a run without a version. */
export function directiveOf(
  state: Pick<ExecutionState, "versioning" | "lastCompletedTaskStartedEventId">,
  task: "workflow" | "activity",
): VersionDirective | undefined {
  const { versioning } = state;
  if (versioning === undefined) return undefined;
  const { behavior, version } = effectiveVersion(state);
  if (behavior === VersioningBehavior.VERSIONING_BEHAVIOR_UNSPECIFIED) return undefined;
  const isFirstTask = task === "workflow" && state.lastCompletedTaskStartedEventId === 0;
  return {
    behavior,
    version,
    revision: versioning.revision,
    usesRamping: isFirstTask && wantsRamping(versioning),
  };
}

function wantsRamping({ initialBehavior }: Versioning): boolean {
  return (
    initialBehavior ===
    ContinueAsNewVersioningBehavior.CONTINUE_AS_NEW_VERSIONING_BEHAVIOR_USE_RAMPING_VERSION
  );
}

/** Whether a task that was offered with the directive `before` is still for the version that the run is on. */
export function isSameVersion(before: EffectiveVersion | undefined, now: EffectiveVersion): boolean {
  const { behavior, version } = before ?? NONE;
  return behavior === now.behavior && version === now.version;
}
