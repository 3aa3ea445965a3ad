// Adds a version to a deployment. At the limit the oldest version that nobody needs gives way.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { EpochMs } from "#shared/clock";
import { versionName } from "../workflow/index.ts";
import { withoutVersion } from "./delete-version.ts";
import { withVersion, type Deployment, type Version, type VersionStatus } from "./deployment.ts";
import { limitReached } from "./limit-reached.ts";
import { LIMITS } from "./limits.ts";

const { VERSION_DRAINAGE_STATUS_DRAINING } = temporal.api.enums.v1.VersionDrainageStatus;

export interface VersionCreation {
  now: EpochMs;
  buildId: string;
  status: VersionStatus;
  requestId: string;
  hasPollers: (version: Version) => boolean;
}

/** Errors: RESOURCE_EXHAUSTED. */
export function addVersion(deployment: Deployment, creation: VersionCreation): Deployment {
  const room = makeRoom(deployment, creation);
  return withVersion(room, {
    name: versionName(deployment.name, creation.buildId),
    buildId: creation.buildId,
    status: creation.status,
    createdAt: creation.now,
    createRequestId: creation.requestId,
    routingChangedAt: 0,
    currentSince: 0,
    rampingSince: 0,
    rampPercentage: 0,
    firstActivatedAt: 0,
    lastCurrentAt: 0,
    lastDeactivatedAt: 0,
    drainage: undefined,
    taskQueues: [],
    metadata: {},
    lastModifier: "",
  });
}

function makeRoom(deployment: Deployment, { buildId, hasPollers }: VersionCreation): Deployment {
  const { versions, routing } = deployment;
  if (versions.size < LIMITS.versionsMax) return deployment;
  const idle = [...versions.values()]
    .filter(({ name }) => name !== routing.current && name !== routing.ramping)
    .filter(({ drainage }) => drainage?.status !== VERSION_DRAINAGE_STATUS_DRAINING)
    .sort((a, b) => a.createdAt - b.createdAt)
    .find((version) => !hasPollers(version));
  if (idle !== undefined) return withoutVersion(deployment, idle.buildId);
  throw limitReached(
    `cannot add version ${deployment.name}.${buildId} since maximum number of versions (${LIMITS.versionsMax}) have been registered in the deployment`,
  );
}

/** Errors: INVALID_ARGUMENT. Names and build ids are parts of one id and of one text. */
export function checkVersionPart(field: "WorkerDeploymentName" | "BuildID", value: string): void {
  const refuse = (problem: string): never => {
    throw new CloudError("INVALID_ARGUMENT", problem);
  };
  if (value === "") refuse(`${field} cannot be empty`);
  if (Buffer.byteLength(value) > LIMITS.nameBytesMax)
    refuse(`size of ${field} larger than the maximum allowed`);
  if (value.includes("\0")) refuse(`${field} contains a character that is not allowed (U+0000).`);
  if (field === "WorkerDeploymentName") {
    for (const delimiter of [".", ":"]) {
      if (value.includes(delimiter)) refuse(`worker deployment name cannot contain '${delimiter}'`);
    }
  }
  if (value.startsWith("__")) refuse(`${field} cannot start with '__'`);
}
