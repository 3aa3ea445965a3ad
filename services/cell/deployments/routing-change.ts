// What changes of the current and of the ramping version have in common: who may, on which state, to which version.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { EpochMs } from "#shared/clock";
import { buildIdOf, type VersionName } from "../workflow/index.ts";
import type { Deployment, Version, VersionTaskQueue } from "./deployment.ts";
import { addVersion } from "./new-version.ts";

const { WORKER_DEPLOYMENT_VERSION_STATUS_INACTIVE } = temporal.api.enums.v1.WorkerDeploymentVersionStatus;

export interface RoutingChange {
  now: EpochMs;
  identity: string;
  conflictToken: Uint8Array | undefined;
  /** Task queues of the current version that the new one lacks may become unversioned. */
  ignoresMissingTaskQueues: boolean;
  /** A version that no worker has polled for is made. */
  allowsNoPollers: boolean;
  hasPollers: (version: Version) => boolean;
  /** Whether work of the version waits or came lately in this task queue, and nobody else serves it. */
  isNeeded: (version: Version, taskQueue: VersionTaskQueue) => boolean;
}

export function versionOf({ versions }: Deployment, name: VersionName): Version | undefined {
  const version = versions.get(buildIdOf(name));
  return version?.name === name ? version : undefined;
}

/** The deployment with the version in it. Errors: NOT_FOUND, RESOURCE_EXHAUSTED. */
export function withNamedVersion(
  deployment: Deployment,
  name: VersionName,
  change: RoutingChange,
): Deployment {
  if (name === "" || versionOf(deployment, name) !== undefined) return deployment;
  return addVersion(deployment, {
    now: change.now,
    buildId: buildIdOf(name),
    status: WORKER_DEPLOYMENT_VERSION_STATUS_INACTIVE,
    requestId: "",
    hasPollers: change.hasPollers,
  });
}

/** Errors: NOT_FOUND. */
export function requireVersion(deployment: Deployment, name: VersionName, change: RoutingChange): void {
  if (name === "" || change.allowsNoPollers || versionOf(deployment, name) !== undefined) return;
  throw new CloudError(
    "NOT_FOUND",
    `build ID '${buildIdOf(name)}' not found in Worker Deployment '${deployment.name}'`,
  );
}

/** Errors: FAILED_PRECONDITION when work of the current version would be left without versioned workers. */
export function requireTaskQueues(
  deployment: Deployment,
  name: VersionName,
  change: RoutingChange & { as: "current" | "ramping" },
): void {
  const current = versionOf(deployment, deployment.routing.current);
  const next = versionOf(deployment, name);
  if (change.ignoresMissingTaskQueues || current === undefined || next === undefined) return;
  const isMissing = current.taskQueues.some(
    (taskQueue) =>
      !next.taskQueues.some((one) => one.name === taskQueue.name && one.type === taskQueue.type) &&
      change.isNeeded(current, taskQueue),
  );
  if (!isMissing) return;
  throw new CloudError(
    "FAILED_PRECONDITION",
    `proposed ${change.as} version '${name}' is missing active task queues from the current version; these would become unversioned if it is set as the ${change.as} version`,
  );
}
