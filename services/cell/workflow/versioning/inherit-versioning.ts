// What the next run of a chain and a child have of the versioning of the run that they come from. A task queue that the
// version has no workers on breaks the inheritance.
import { temporal } from "#contracts";
import type { InheritedVersioning, StartInput } from "../start-input.ts";
import type { ExecutionState, RoutedVersion, Versioning, VersioningOverride } from "../state.ts";
import type { Transition } from "../transition.ts";
import { numberOf } from "../wire-numbers.ts";
import { effectiveVersion, isPinned, type EffectiveVersion } from "./effective-version.ts";
import { messageOfOverride } from "./override.ts";
import { versionOfMessage, type VersionName } from "./version-name.ts";

type InitialBehavior = temporal.api.enums.v1.ContinueAsNewVersioningBehavior;
type Started = temporal.api.history.v1.IWorkflowExecutionStartedEventAttributes;

const { ContinueAsNewVersioningBehavior, VersioningBehavior } = temporal.api.enums.v1;
const { CONTINUE_AS_NEW_VERSIONING_BEHAVIOR_UNSPECIFIED: AS_BEFORE } = ContinueAsNewVersioningBehavior;

export interface Inheritance {
  override: VersioningOverride | undefined;
  inherited: InheritedVersioning | undefined;
}

/** Whether workers of the version poll the queue of the new run for workflow tasks. */
export type IsServed = (version: VersionName) => boolean;

const NOTHING: Inheritance = { override: undefined, inherited: undefined };

/** By continue-as-new: a pinned run stays where it is, unless it asks for something else for its first task. */
export function continuedVersioning(
  { state, context }: Transition,
  next: { taskQueue: string; initialBehavior: InitialBehavior },
): Inheritance {
  const { versioning } = state;
  if (versioning === undefined) return NOTHING;
  const isSameQueue = next.taskQueue === state.taskQueue;
  const isServed: IsServed = (version) =>
    isSameQueue || context.isServedBy?.(state.namespaceId, next.taskQueue, version) === true;
  const effective = effectiveVersion(state);
  const staysPinned = isPinned(effective) && next.initialBehavior === AS_BEFORE;
  const pinnedVersion = staysPinned && isServed(effective.version) ? effective.version : "";
  const { override } = versioning;
  const keepsOverride = override?.kind === "pinned" && (isSameQueue || pinnedVersion !== "");
  const inherited: InheritedVersioning = {
    pinnedVersion,
    autoUpgrade: staysPinned
      ? undefined
      : autoUpgradeOf(versioning, effective, { isServed, initialBehavior: next.initialBehavior }),
    declined: pinnedVersion === "" ? undefined : (versioning.notifiedTarget ?? versioning.declinedTarget),
  };
  return { override: keepsOverride ? override : undefined, inherited };
}

/** By retry and cron, on the same task queue. Only a retry goes on where the failed run was. */
export function repeatedVersioning(
  state: ExecutionState,
  started: Started,
  { isRetry }: { isRetry: boolean },
): Inheritance {
  const { versioning } = state;
  if (versioning === undefined) return NOTHING;
  const override = versioning.override?.kind === "pinned" ? versioning.override : undefined;
  if (!isRetry) return { override, inherited: undefined };
  const effective = effectiveVersion(state);
  const wasInherited = started.inheritedPinnedVersion != null;
  const inherited: InheritedVersioning = {
    pinnedVersion: isPinned(effective) && wasInherited ? effective.version : "",
    autoUpgrade: isPinned(effective)
      ? undefined
      : autoUpgradeOf(versioning, effective, {
          isServed: () => true,
          initialBehavior: versioning.initialBehavior,
        }),
    declined: declinedTargetOf(started),
  };
  return { override, inherited };
}

/** Where the run before was told to go and did not, as the started event tells it. */
export function declinedTargetOf({
  declinedTargetVersionUpgrade: declined,
}: Started): RoutedVersion | undefined {
  if (declined == null) return undefined;
  return {
    version: versionOfMessage(declined.deploymentVersion),
    revision: numberOf(declined.revisionNumber),
  };
}

/** By a child, whose start says nothing of versions itself. `isServed` tells of a queue that is not the parent's. */
export function startOfChild(parent: ExecutionState, input: StartInput, isServed: IsServed): StartInput {
  const { request } = input;
  const { versioning } = parent;
  if (versioning === undefined || request.versioningOverride != null) return input;
  const isSameQueue = request.taskQueue?.name === parent.taskQueue;
  const { override, inherited } = childVersioning(versioning, (version) => isSameQueue || isServed(version));
  return {
    ...input,
    inherited,
    request: { ...request, versioningOverride: messageOfOverride(override) },
  };
}

function childVersioning(versioning: Versioning, isServed: IsServed): Inheritance {
  const effective = effectiveVersion({ versioning });
  const pinnedVersion = isPinned(effective) && isServed(effective.version) ? effective.version : "";
  const { override } = versioning;
  const keepsOverride = override !== undefined && override.version !== "" && pinnedVersion !== "";
  const autoUpgrade = isPinned(effective)
    ? undefined
    : autoUpgradeOf(versioning, effective, { isServed, initialBehavior: AS_BEFORE });
  return {
    override: keepsOverride ? override : undefined,
    inherited: { pinnedVersion, autoUpgrade, declined: undefined },
  };
}

function autoUpgradeOf(
  { revision }: Versioning,
  { behavior, version }: EffectiveVersion,
  { isServed, initialBehavior }: { isServed: IsServed; initialBehavior: InitialBehavior },
): InheritedVersioning["autoUpgrade"] {
  const isVersioned = behavior !== VersioningBehavior.VERSIONING_BEHAVIOR_UNSPECIFIED;
  if (!isVersioned || version === "" || revision === 0 || !isServed(version)) return undefined;
  return { version, revision, initialBehavior };
}
