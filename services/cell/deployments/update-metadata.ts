// UpdateWorkerDeploymentVersionMetadata: what the tools of a deployment note at a version.
import { codecOf, type temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import { withVersion, type Deployment } from "./deployment.ts";
import { LIMITS } from "./limits.ts";

type Entries = Record<string, temporal.api.common.v1.IPayload>;

const codec = codecOf<temporal.api.deployment.v1.IVersionMetadata>(
  "temporal.api.deployment.v1.VersionMetadata",
);

export interface MetadataChange {
  upserts: Entries;
  removals: readonly string[];
  identity: string;
}

/** Errors: NOT_FOUND, INVALID_ARGUMENT when the metadata grow too large. */
export function updateMetadata(deployment: Deployment, buildId: string, change: MetadataChange): Deployment {
  const version = deployment.versions.get(buildId);
  if (version === undefined) throw new CloudError("NOT_FOUND", "Worker Deployment Version not found");
  const removed = new Set(change.removals);
  const merged = { ...version.metadata, ...change.upserts };
  const metadata = Object.fromEntries(Object.entries(merged).filter(([key]) => !removed.has(key)));
  if (codec.encode({ entries: metadata }).length > LIMITS.metadataBytesMax) {
    throw new CloudError(
      "INVALID_ARGUMENT",
      `The metadata of a version are limited to ${LIMITS.metadataBytesMax} bytes.`,
    );
  }
  return withVersion(deployment, { ...version, metadata, lastModifier: change.identity });
}
