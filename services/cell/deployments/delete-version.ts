// DeleteWorkerDeploymentVersion: a version goes when it takes no new work, holds no pinned workflow and has no workers.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Deployment, Version } from "./deployment.ts";
import { requireManager } from "./deployment-owner.ts";

const { VERSION_DRAINAGE_STATUS_DRAINING } = temporal.api.enums.v1.VersionDrainageStatus;

export interface VersionDeletion {
  buildId: string;
  identity: string;
  /** Open workflows that are pinned to it may be left behind. */
  skipsDrainage: boolean;
  hasPollers: (version: Version) => boolean;
}

/** Errors: FAILED_PRECONDITION. What is not there is deleted already. */
export function deleteVersion(deployment: Deployment, deletion: VersionDeletion): Deployment {
  const version = deployment.versions.get(deletion.buildId);
  if (version === undefined) return deployment;
  const { routing } = deployment;
  if (routing.current === version.name || routing.ramping === version.name) {
    throw kept(version, "since it is current or ramping");
  }
  requireManager(deployment, deletion.identity);
  const isDraining = version.drainage?.status === VERSION_DRAINAGE_STATUS_DRAINING;
  if (isDraining && !deletion.skipsDrainage) throw kept(version, "since it is draining");
  if (deletion.hasPollers(version)) throw kept(version, "since it has active pollers");
  return { ...withoutVersion(deployment, version.buildId), lastModifier: deletion.identity };
}

export function withoutVersion(deployment: Deployment, buildId: string): Deployment {
  const versions = new Map(deployment.versions);
  versions.delete(buildId);
  return { ...deployment, versions };
}

function kept({ name }: Version, why: string): CloudError {
  return new CloudError("FAILED_PRECONDITION", `version '${name}' cannot be deleted ${why}`);
}
