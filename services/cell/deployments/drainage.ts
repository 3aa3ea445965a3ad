// Drainage: a version that takes no new work is drained when no open workflow is pinned to it any more.
import { temporal } from "#contracts";
import type { EpochMs } from "#shared/clock";
import { withVersion, type Deployment, type Version } from "./deployment.ts";

const { VersionDrainageStatus: Drainage, WorkerDeploymentVersionStatus: Status } = temporal.api.enums.v1;

export interface DrainagePace {
  /** From the moment the version stopped taking work to the first count: tasks may be under way. */
  graceMs: number;
  /** From one count to the next. */
  refreshMs: number;
}

/** When the version's open workflows are to be counted; undefined when they need not be. */
export function nextCheckAt({ drainage }: Version, pace: DrainagePace): EpochMs | undefined {
  if (drainage?.status !== Drainage.VERSION_DRAINAGE_STATUS_DRAINING) return undefined;
  const isFirst = drainage.checkedAt === drainage.changedAt;
  return drainage.checkedAt + (isFirst ? pace.graceMs : pace.refreshMs);
}

/** Records a count. A version that was activated, deleted or drained meanwhile stays as it is. */
export function recordCount(
  deployment: Deployment,
  buildId: string,
  count: { openWorkflows: number; now: EpochMs },
): Deployment {
  const version = deployment.versions.get(buildId);
  const drainage = version?.drainage;
  if (version === undefined || drainage?.status !== Drainage.VERSION_DRAINAGE_STATUS_DRAINING) {
    return deployment;
  }
  if (count.openWorkflows > 0) {
    return withVersion(deployment, { ...version, drainage: { ...drainage, checkedAt: count.now } });
  }
  return withVersion(deployment, {
    ...version,
    status: Status.WORKER_DEPLOYMENT_VERSION_STATUS_DRAINED,
    drainage: {
      status: Drainage.VERSION_DRAINAGE_STATUS_DRAINED,
      changedAt: count.now,
      checkedAt: count.now,
    },
  });
}

/** A workflow was pinned from outside to a version that seemed to be done with: it drains again. */
export function reactivate(deployment: Deployment, buildId: string, now: EpochMs): Deployment {
  const version = deployment.versions.get(buildId);
  if (version === undefined || !isReactivated(version)) return deployment;
  return withVersion(deployment, {
    ...version,
    status: Status.WORKER_DEPLOYMENT_VERSION_STATUS_DRAINING,
    drainage: {
      status: Drainage.VERSION_DRAINAGE_STATUS_DRAINING,
      changedAt: now,
      checkedAt: now,
    },
  });
}

export function isReactivated({ status }: Version): boolean {
  return (
    status === Status.WORKER_DEPLOYMENT_VERSION_STATUS_DRAINED ||
    status === Status.WORKER_DEPLOYMENT_VERSION_STATUS_INACTIVE
  );
}
