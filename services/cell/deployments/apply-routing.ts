// What a change of the routing makes of the versions it touches: current, ramping, or draining when it was either.
import { temporal } from "#contracts";
import type { EpochMs } from "#shared/clock";
import { withVersion, type Deployment, type RoutingConfig, type Version } from "./deployment.ts";

const { VersionDrainageStatus, WorkerDeploymentVersionStatus: Status } = temporal.api.enums.v1;

/** Versions whose status the new routing does not touch stay as they are. */
export function applyRouting(deployment: Deployment, routing: RoutingConfig, now: EpochMs): Deployment {
  const before = deployment.routing;
  let after: Deployment = { ...deployment, routing };
  for (const name of new Set([before.current, before.ramping, routing.current, routing.ramping])) {
    const version = [...deployment.versions.values()].find((one) => one.name === name);
    if (version !== undefined) after = withVersion(after, applyToVersion(version, routing, now));
  }
  return after;
}

function applyToVersion(version: Version, routing: RoutingConfig, now: EpochMs): Version {
  const isCurrent = routing.current === version.name;
  const isRamping = routing.ramping === version.name;
  const wasActive = version.currentSince > 0 || version.rampingSince > 0;
  const inactive = { ...version, currentSince: 0, rampingSince: 0, rampPercentage: 0 };
  if (isCurrent || isRamping) {
    const active = {
      ...inactive,
      firstActivatedAt: version.firstActivatedAt || now,
      lastDeactivatedAt: 0,
      drainage: undefined,
    };
    return isCurrent ? asCurrent(active, routing) : asRamping(active, routing);
  }
  if (!wasActive) return version;
  return {
    ...inactive,
    status: Status.WORKER_DEPLOYMENT_VERSION_STATUS_DRAINING,
    routingChangedAt: Math.max(
      routing.currentChangedAt,
      routing.rampingChangedAt,
      routing.rampPercentageChangedAt,
    ),
    lastDeactivatedAt: now,
    drainage: version.drainage ?? {
      status: VersionDrainageStatus.VERSION_DRAINAGE_STATUS_DRAINING,
      changedAt: now,
      checkedAt: now,
    },
  };
}

function asCurrent(version: Version, { currentChangedAt }: RoutingConfig): Version {
  return {
    ...version,
    status: Status.WORKER_DEPLOYMENT_VERSION_STATUS_CURRENT,
    currentSince: currentChangedAt,
    lastCurrentAt: currentChangedAt,
    routingChangedAt: currentChangedAt,
  };
}

function asRamping(version: Version, routing: RoutingConfig): Version {
  return {
    ...version,
    status: Status.WORKER_DEPLOYMENT_VERSION_STATUS_RAMPING,
    rampingSince: routing.rampingChangedAt,
    rampPercentage: routing.rampPercentage,
    routingChangedAt: routing.rampPercentageChangedAt,
  };
}
