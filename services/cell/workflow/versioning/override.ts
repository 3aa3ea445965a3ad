// Overrides of a run's versioning as clients send them, in three generations of fields, and as the run keeps them.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { VersioningOverride } from "../state.ts";
import {
  messageOfVersion,
  olderTextOf,
  versionName,
  versionOfMessage,
  versionOfText,
} from "./version-name.ts";

type Message = temporal.api.workflow.v1.IVersioningOverride;

const { VersioningBehavior } = temporal.api.enums.v1;
const { PinnedOverrideBehavior } = temporal.api.workflow.v1.VersioningOverride;

/** Undefined for no override. The message has passed `checkOverride`. */
export function overrideOfMessage(message: Message | null | undefined): VersioningOverride | undefined {
  if (message == null) return undefined;
  if (message.pinned != null) return { kind: "pinned", version: versionOfMessage(message.pinned.version) };
  if (message.oneTime != null) {
    return { kind: "oneTime", version: versionOfMessage(message.oneTime.targetDeploymentVersion) };
  }
  const isAutoUpgrade =
    message.autoUpgrade === true || message.behavior === VersioningBehavior.VERSIONING_BEHAVIOR_AUTO_UPGRADE;
  if (isAutoUpgrade) return { kind: "autoUpgrade", version: "" };
  if (message.behavior !== VersioningBehavior.VERSIONING_BEHAVIOR_PINNED) return undefined;
  const { deployment, pinnedVersion } = message;
  if ((pinnedVersion ?? "") !== "") {
    return { kind: "pinned", version: versionOfText(pinnedVersion ?? "") ?? "" };
  }
  return {
    kind: "pinned",
    version: versionName(deployment?.seriesName ?? "", deployment?.buildId ?? ""),
  };
}

/** In the fields of today, as events have it. */
export function messageOfOverride(override: VersioningOverride | undefined): Message | null {
  if (override === undefined) return null;
  if (override.kind === "autoUpgrade") return { autoUpgrade: true };
  const version = messageOfVersion(override.version);
  if (override.kind === "oneTime") return { oneTime: { targetDeploymentVersion: version } };
  const behavior = PinnedOverrideBehavior.PINNED_OVERRIDE_BEHAVIOR_PINNED;
  return { pinned: { behavior, version } };
}

/** In the fields of today and those before, as descriptions have it. */
export function describedOverride(override: VersioningOverride | undefined): Message | null {
  const message = messageOfOverride(override);
  if (message === null || override === undefined || override.kind === "oneTime") return message;
  if (override.kind === "autoUpgrade") {
    return { ...message, behavior: VersioningBehavior.VERSIONING_BEHAVIOR_AUTO_UPGRADE };
  }
  return {
    ...message,
    behavior: VersioningBehavior.VERSIONING_BEHAVIOR_PINNED,
    pinnedVersion: olderTextOf(override.version),
  };
}

/** Errors: INVALID_ARGUMENT in Temporal's words. */
export function checkOverride(message: Message | null | undefined): void {
  const problem = problemOfOverride(message);
  if (problem !== undefined) throw new CloudError("INVALID_ARGUMENT", problem);
}

export function problemOfOverride(message: Message | null | undefined): string | undefined {
  if (message == null) return undefined;
  const { pinned, oneTime } = message;
  if (pinned != null) {
    if (pinned.version == null) return "must provide version if override is pinned.";
    const isUnset = (pinned.behavior ?? 0) === PinnedOverrideBehavior.PINNED_OVERRIDE_BEHAVIOR_UNSPECIFIED;
    return isUnset ? "must specify pinned override behavior if override is pinned." : undefined;
  }
  if (oneTime != null) {
    return oneTime.targetDeploymentVersion == null
      ? "must provide target deployment version if override is one-time."
      : undefined;
  }
  if (message.autoUpgrade === true) return undefined;
  return problemOfOlderFields(message);
}

function problemOfOlderFields({ behavior, deployment, pinnedVersion }: Message): string | undefined {
  const hasText = (pinnedVersion ?? "") !== "";
  switch (behavior ?? VersioningBehavior.VERSIONING_BEHAVIOR_UNSPECIFIED) {
    case VersioningBehavior.VERSIONING_BEHAVIOR_PINNED:
      if (deployment != null) return problemOfDeployment(deployment);
      if (!hasText) {
        return "must provide deployment (deprecated) or pinned version if behavior is 'PINNED'";
      }
      return versionOfText(pinnedVersion ?? "") === undefined
        ? `invalid version string ${JSON.stringify(pinnedVersion)}, expected format is "<deployment_name>.<build_id>"`
        : undefined;
    case VersioningBehavior.VERSIONING_BEHAVIOR_AUTO_UPGRADE:
      if (deployment != null) return "only provide deployment if behavior is 'PINNED'";
      return hasText ? "only provide pinned version if behavior is 'PINNED'" : undefined;
    case VersioningBehavior.VERSIONING_BEHAVIOR_UNSPECIFIED:
      return "override behavior is required";
    default:
      return `override behavior ${String(behavior)} not recognized`;
  }
}

function problemOfDeployment({
  seriesName,
  buildId,
}: temporal.api.deployment.v1.IDeployment): string | undefined {
  if ((seriesName ?? "") === "") return "deployment name cannot be empty";
  if (/[.:]/.test(seriesName ?? "")) return "deployment name cannot contain '.' or ':'";
  return (buildId ?? "") === "" ? "deployment build ID cannot be empty" : undefined;
}
