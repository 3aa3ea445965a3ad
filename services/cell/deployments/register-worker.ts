// A worker with a version polls a task queue: the deployment, the version and its task queue come into being.
import { temporal } from "#contracts";
import type { EpochMs } from "#shared/clock";
import { withVersion, type Deployment, type Version, type VersionTaskQueue } from "./deployment.ts";
import { limitReached } from "./limit-reached.ts";
import { LIMITS } from "./limits.ts";
import { addVersion } from "./new-version.ts";

const { WorkerDeploymentVersionStatus: Status } = temporal.api.enums.v1;

export interface Registration {
  now: EpochMs;
  buildId: string;
  taskQueue: VersionTaskQueue;
  hasPollers: (version: Version) => boolean;
}

/** Errors: RESOURCE_EXHAUSTED. The deployment itself when all is known. */
export function registerWorker(deployment: Deployment, registration: Registration): Deployment {
  const { buildId, taskQueue } = registration;
  const known = deployment.versions.has(buildId)
    ? deployment
    : addVersion(deployment, {
        ...registration,
        status: Status.WORKER_DEPLOYMENT_VERSION_STATUS_INACTIVE,
        requestId: "",
      });
  const version = known.versions.get(buildId);
  if (version === undefined || hasTaskQueue(version, taskQueue)) return known;
  const names = new Set(version.taskQueues.map(({ name }) => name));
  if (names.size >= LIMITS.versionTaskQueuesMax) {
    throw limitReached(
      `cannot add task queue ${taskQueue.name} since maximum number of task queues (${LIMITS.versionTaskQueuesMax}) have been registered in deployment`,
    );
  }
  const isFirst = version.status === Status.WORKER_DEPLOYMENT_VERSION_STATUS_CREATED;
  return withVersion(known, {
    ...version,
    status: isFirst ? Status.WORKER_DEPLOYMENT_VERSION_STATUS_INACTIVE : version.status,
    taskQueues: [...version.taskQueues, taskQueue],
  });
}

function hasTaskQueue({ taskQueues }: Version, wanted: VersionTaskQueue): boolean {
  return taskQueues.some(({ name, type }) => name === wanted.name && type === wanted.type);
}
