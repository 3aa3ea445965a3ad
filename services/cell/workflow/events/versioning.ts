// What events say of the versions of a run's workers: the start, each completed workflow task, and changes of options.
import { temporal } from "#contracts";
import type { ExecutionState } from "../state.ts";
import { effectiveVersion } from "../versioning/effective-version.ts";
import { declinedTargetOf } from "../versioning/inherit-versioning.ts";
import { versioningOfRun } from "../versioning/new-versioning.ts";
import { overrideOfMessage } from "../versioning/override.ts";
import { deploymentNameOf, versionOfMessage, type VersionName } from "../versioning/version-name.ts";
import { noteBuild, noteVersion } from "../versioning/worker-builds.ts";
import { numberOf } from "../wire-numbers.ts";

type Started = temporal.api.history.v1.IWorkflowExecutionStartedEventAttributes;
type Completed = temporal.api.history.v1.IWorkflowTaskCompletedEventAttributes;
type OptionsUpdated = temporal.api.history.v1.IWorkflowExecutionOptionsUpdatedEventAttributes;

const { VersioningBehavior } = temporal.api.enums.v1;

export function applyStartVersioning(state: ExecutionState, started: Started): void {
  const { inheritedPinnedVersion, inheritedAutoUpgradeInfo } = started;
  const override = overrideOfMessage(started.versioningOverride);
  if (override === undefined && inheritedPinnedVersion == null && inheritedAutoUpgradeInfo == null) return;
  const versioning = versioningOfRun(state);
  versioning.override = override;
  if (inheritedPinnedVersion != null) {
    versioning.version = versionOfMessage(inheritedPinnedVersion);
    versioning.behavior = VersioningBehavior.VERSIONING_BEHAVIOR_PINNED;
    if ((started.continuedExecutionRunId ?? "") !== "") versioning.declinedTarget = declinedTargetOf(started);
  }
  if (inheritedAutoUpgradeInfo != null) {
    versioning.version = versionOfMessage(inheritedAutoUpgradeInfo.sourceDeploymentVersion);
    versioning.behavior = VersioningBehavior.VERSIONING_BEHAVIOR_AUTO_UPGRADE;
    versioning.revision = numberOf(inheritedAutoUpgradeInfo.sourceDeploymentRevisionNumber);
    versioning.initialBehavior = inheritedAutoUpgradeInfo.continueAsNewInitialVersioningBehavior ?? 0;
  }
  state.workerDeploymentName = deploymentNameOf(effectiveVersion(state).version);
}

export function applyTaskVersioning(state: ExecutionState, completed: Completed): void {
  const version = versionOfCompletion(completed);
  const behavior = completed.versioningBehavior ?? VersioningBehavior.VERSIONING_BEHAVIOR_UNSPECIFIED;
  state.workerDeploymentName = completed.workerDeploymentName ?? "";
  state.lastWorkerStamp = completed.workerVersion ?? undefined;
  if (completed.workerVersion != null) noteBuild(state.workerBuilds, completed.workerVersion);
  if (state.versioning === undefined && version === "") return;
  const versioning = versioningOfRun(state);
  if (versioning.transition?.version === version) versioning.transition = undefined;
  const isVersioned = behavior !== VersioningBehavior.VERSIONING_BEHAVIOR_UNSPECIFIED;
  versioning.behavior = behavior;
  versioning.version = isVersioned ? version : "";
  noteVersion(versioning.usedVersions, version);
  const { override } = versioning;
  if (override?.kind === "oneTime" && override.version === version) versioning.override = undefined;
}

function versionOfCompletion({ deploymentVersion, deployment }: Completed): VersionName {
  if (deploymentVersion != null) return versionOfMessage(deploymentVersion);
  if (deployment == null) return "";
  const { seriesName, buildId } = deployment;
  return versionOfMessage({ deploymentName: seriesName ?? "", buildId: buildId ?? "" });
}

export function applyOverride(state: ExecutionState, updated: OptionsUpdated): void {
  const isUnset = updated.unsetVersioningOverride === true;
  if (!isUnset && updated.versioningOverride == null) return;
  const override = isUnset ? undefined : overrideOfMessage(updated.versioningOverride);
  if (override === undefined) {
    if (state.versioning !== undefined) state.versioning.override = undefined;
    state.workerDeploymentName = deploymentNameOf(state.versioning?.version ?? "");
    return;
  }
  const versioning = versioningOfRun(state);
  versioning.override = override;
  if (override.version !== "") state.workerDeploymentName = deploymentNameOf(override.version);
}
