// CreateWorkerDeployment and CreateWorkerDeploymentVersion: what workers' polls make by themselves, made before.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { EpochMs } from "#shared/clock";
import { olderTextOf, versionName } from "../workflow/index.ts";
import { newDeployment, withVersion, type Deployment, type Version } from "./deployment.ts";
import { limitReached } from "./limit-reached.ts";
import { LIMITS } from "./limits.ts";
import { addVersion } from "./new-version.ts";

const { WORKER_DEPLOYMENT_VERSION_STATUS_CREATED } = temporal.api.enums.v1.WorkerDeploymentVersionStatus;

export interface Creation {
  now: EpochMs;
  identity: string;
  /** Asked for again with the same id, the same answer is given. */
  requestId: string;
}

/** Errors: ALREADY_EXISTS, RESOURCE_EXHAUSTED. */
export function createDeployment(
  existing: Deployment | undefined,
  key: { namespaceId: string; name: string },
  creation: Creation & { count: number },
): Deployment {
  if (existing === undefined) return addDeployment(key, creation);
  if (existing.createRequestId === creation.requestId) return existing;
  const how = existing.createRequestId === "" ? " (auto-created from worker polls)" : "";
  throw new CloudError("ALREADY_EXISTS", `Worker Deployment with name "${key.name}" already exists${how}`);
}

/** One that comes into being by a poll has no request id. Errors: RESOURCE_EXHAUSTED. */
export function addDeployment(
  { namespaceId, name }: { namespaceId: string; name: string },
  creation: Creation & { count: number },
): Deployment {
  if (creation.count >= LIMITS.deploymentsMax) {
    throw limitReached(`reached maximum deployments in namespace (${LIMITS.deploymentsMax})`);
  }
  return newDeployment(namespaceId, name, creation);
}

/** Errors: ALREADY_EXISTS, RESOURCE_EXHAUSTED. */
export function createVersion(
  deployment: Deployment,
  buildId: string,
  creation: Creation & { hasPollers: (version: Version) => boolean },
): Deployment {
  const existing = deployment.versions.get(buildId);
  if (existing !== undefined) {
    if (existing.createRequestId === creation.requestId) return deployment;
    const text = olderTextOf(versionName(deployment.name, buildId));
    throw new CloudError("ALREADY_EXISTS", `Worker Deployment Version "${text}" already exists`);
  }
  const after = addVersion(deployment, {
    ...creation,
    buildId,
    status: WORKER_DEPLOYMENT_VERSION_STATUS_CREATED,
  });
  const version = after.versions.get(buildId);
  return version === undefined ? after : withVersion(after, { ...version, lastModifier: creation.identity });
}
