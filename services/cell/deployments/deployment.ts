// What the cell knows of a worker deployment and its versions. Values are never changed in place: a change makes new
// ones, which are shown when they are stored.
import type { temporal } from "#contracts";
import type { EpochMs } from "#shared/clock";
import type { VersionName } from "../workflow/index.ts";

export type VersionStatus = temporal.api.enums.v1.WorkerDeploymentVersionStatus;
export type DrainageStatus = temporal.api.enums.v1.VersionDrainageStatus;

/** Task queues of a version; queries and workflow tasks share the type "workflow". */
export type TaskQueueType = "workflow" | "activity" | "nexus";

export interface VersionTaskQueue {
  name: string;
  type: TaskQueueType;
}

/** Which versions take new work. Times are 0 until something was set. */
export interface RoutingConfig {
  /** Empty: workers without a version. */
  current: VersionName;
  /** Undefined: no ramp; empty: a ramp to workers without a version. */
  ramping: VersionName | undefined;
  /** 0 to 100. */
  rampPercentage: number;
  currentChangedAt: EpochMs;
  rampingChangedAt: EpochMs;
  rampPercentageChangedAt: EpochMs;
  /** Rises with each change: a task that saw a newer one is not sent back. */
  revision: number;
}

/** Whether open workflows that are pinned to a version still need its workers. */
export interface Drainage {
  status: DrainageStatus;
  changedAt: EpochMs;
  checkedAt: EpochMs;
}

export interface Version {
  readonly name: VersionName;
  readonly buildId: string;
  readonly status: VersionStatus;
  readonly createdAt: EpochMs;
  /** Of CreateWorkerDeploymentVersion; empty when a worker's poll made it. */
  readonly createRequestId: string;
  // Times are 0 while they do not apply.
  readonly routingChangedAt: EpochMs;
  readonly currentSince: EpochMs;
  readonly rampingSince: EpochMs;
  readonly rampPercentage: number;
  readonly firstActivatedAt: EpochMs;
  readonly lastCurrentAt: EpochMs;
  readonly lastDeactivatedAt: EpochMs;
  readonly drainage: Drainage | undefined;
  readonly taskQueues: readonly VersionTaskQueue[];
  readonly metadata: Readonly<Record<string, temporal.api.common.v1.IPayload>>;
  readonly lastModifier: string;
}

export interface Deployment {
  readonly namespaceId: string;
  readonly name: string;
  readonly createdAt: EpochMs;
  readonly createRequestId: string;
  /** Another one after each change that clients make; made of `createdAt` and a count. */
  readonly changes: number;
  readonly routing: RoutingConfig;
  readonly lastModifier: string;
  readonly manager: string;
  /** By build id. */
  readonly versions: ReadonlyMap<string, Version>;
}

export function newDeployment(
  namespaceId: string,
  name: string,
  creation: { now: EpochMs; requestId: string; identity: string },
): Deployment {
  return {
    namespaceId,
    name,
    createdAt: creation.now,
    createRequestId: creation.requestId,
    changes: 1,
    routing: {
      current: "",
      ramping: undefined,
      rampPercentage: 0,
      currentChangedAt: 0,
      rampingChangedAt: 0,
      rampPercentageChangedAt: 0,
      revision: 0,
    },
    lastModifier: creation.identity,
    manager: "",
    versions: new Map(),
  };
}

export function withVersion(deployment: Deployment, version: Version): Deployment {
  return { ...deployment, versions: new Map(deployment.versions).set(version.buildId, version) };
}

export function currentVersionOf({ routing, versions }: Deployment): Version | undefined {
  return [...versions.values()].find(({ name }) => name === routing.current);
}

/** Two deployments of one name have different tokens, and so have a deployment's states. */
export function conflictTokenOf({ createdAt, changes }: Deployment): Uint8Array {
  return Buffer.from(`${createdAt}/${changes}`);
}
