// An override that a client asks for, completed and checked against the run that it is for.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { DecideContext } from "../outcome.ts";
import type { Transition } from "../transition.ts";
import { effectiveVersion } from "./effective-version.ts";
import { checkOverride, overrideOfMessage } from "./override.ts";
import { messageOfVersion } from "./version-name.ts";

type Message = temporal.api.workflow.v1.IVersioningOverride;

const { VersioningBehavior } = temporal.api.enums.v1;
const BEHAVIOR_NAMES: Partial<Record<number, string>> = {
  [VersioningBehavior.VERSIONING_BEHAVIOR_UNSPECIFIED]: "Unspecified",
  [VersioningBehavior.VERSIONING_BEHAVIOR_AUTO_UPGRADE]: "AutoUpgrade",
};

/** Errors: INVALID_ARGUMENT, FAILED_PRECONDITION when the version is unknown where the run's tasks go. */
export function checkedOverride(
  transition: Transition,
  wanted: Message | null | undefined,
): Message | null | undefined {
  const message = withPinnedVersion(transition, wanted);
  requireServed(message, transition.state, transition.context);
  return message;
}

/**
 * A run is pinned only to a version whose workers poll its task queue. Errors: INVALID_ARGUMENT, FAILED_PRECONDITION.
 */
export function requireServed(
  message: Message | null | undefined,
  { namespaceId, taskQueue }: { namespaceId: string; taskQueue: string },
  context: DecideContext,
): void {
  checkOverride(message);
  const version = overrideOfMessage(message)?.version ?? "";
  if (version === "" || message?.deployment != null) return;
  if (context.isServedBy?.(namespaceId, taskQueue, version) === true) return;
  throw new CloudError(
    "FAILED_PRECONDITION",
    `Pinned version '${version}' is not present in task queue '${taskQueue}' of type 'Workflow'`,
  );
}

/** Who says "pinned" and no version means the one that the run is pinned to. */
function withPinnedVersion(
  { state }: Transition,
  wanted: Message | null | undefined,
): Message | null | undefined {
  const pinned = wanted?.pinned;
  if (pinned == null || pinned.version != null || (pinned.behavior ?? 0) === 0) return wanted;
  const { behavior, version } = effectiveVersion(state);
  if (behavior === VersioningBehavior.VERSIONING_BEHAVIOR_PINNED) {
    return { ...wanted, pinned: { ...pinned, version: messageOfVersion(version) } };
  }
  throw new CloudError(
    "FAILED_PRECONDITION",
    `must specify a specific pinned override version because workflow with id ${state.workflowId} has behavior ${BEHAVIOR_NAMES[behavior] ?? String(behavior)} and is not yet pinned to any version`,
  );
}
