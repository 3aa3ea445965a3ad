// The versioning of a stored state, also of one that was stored when its fields were the state's own.
import { overrideOfMessage } from "../versioning/override.ts";
import { newVersioning } from "../versioning/new-versioning.ts";
import { versionName } from "../versioning/version-name.ts";
import { versioningOverrideCodec } from "../message-codecs.ts";
import type { ExecutionState, RoutedVersion, Versioning } from "../state.ts";

/** Fields that are not written any more; decoded messages have them on their prototype at least. */
export interface OlderVersioning {
  versioningOverride?: Uint8Array | null;
  versioningBehavior?: number;
  deploymentBuildId?: string;
}

export function versioningOf(
  stored: Pick<ExecutionState, "workerDeploymentName"> & {
    versioning?: Versioning | null | undefined;
  } & OlderVersioning,
): Versioning | undefined {
  const { versioning } = stored;
  if (versioning == null) return olderVersioningOf(stored);
  const { override, transition, notifiedTarget, declinedTarget } = versioning;
  return {
    behavior: versioning.behavior,
    version: versioning.version,
    override: override == null ? undefined : { kind: override.kind, version: override.version },
    usedVersions: [...versioning.usedVersions],
    initialBehavior: versioning.initialBehavior,
    transition: transition == null ? undefined : { version: transition.version },
    revision: versioning.revision,
    notifiedTarget: routedOf(notifiedTarget),
    declinedTarget: routedOf(declinedTarget),
  };
}

function routedOf(stored: RoutedVersion | null | undefined): RoutedVersion | undefined {
  return stored == null ? undefined : { version: stored.version, revision: stored.revision };
}

function olderVersioningOf(
  stored: Pick<ExecutionState, "workerDeploymentName"> & OlderVersioning,
): Versioning | undefined {
  const { versioningOverride, deploymentBuildId, workerDeploymentName } = stored;
  const behavior = stored.versioningBehavior ?? 0;
  const hasOverride = versioningOverride != null && versioningOverride.length > 0;
  if (behavior === 0 && !hasOverride) return undefined;
  const hasVersion = behavior !== 0 && (deploymentBuildId ?? "") !== "";
  const version = hasVersion ? versionName(workerDeploymentName, deploymentBuildId ?? "") : "";
  return {
    ...newVersioning(),
    behavior,
    version,
    override: hasOverride ? overrideOfMessage(versioningOverrideCodec.decode(versioningOverride)) : undefined,
    usedVersions: version === "" ? [] : [version],
  };
}
