// SetWorkerDeploymentRampingVersion: a share of the new work goes to another version, or to workers without one.
import { CloudError } from "#shared/errors";
import { olderTextOf, type VersionName } from "../workflow/index.ts";
import { applyRouting } from "./apply-routing.ts";
import type { Deployment } from "./deployment.ts";
import { requireTaskQueues, requireVersion, withNamedVersion, type RoutingChange } from "./routing-change.ts";
import { requireManager, requireToken } from "./deployment-owner.ts";

export interface Ramp {
  /** Undefined: no ramp; empty: to workers without a version. */
  version: VersionName | undefined;
  percentage: number;
}

/** Errors: FAILED_PRECONDITION, NOT_FOUND, RESOURCE_EXHAUSTED. The deployment itself when nothing changes. */
export function setRampingVersion(deployment: Deployment, ramp: Ramp, change: RoutingChange): Deployment {
  const { routing } = deployment;
  const isSame = routing.ramping === ramp.version && routing.rampPercentage === ramp.percentage;
  if (isSame && deployment.lastModifier === change.identity) return deployment;
  requireToken(deployment, change.conflictToken);
  if (ramp.version === routing.current) {
    const text = olderTextOf(ramp.version);
    throw new CloudError("FAILED_PRECONDITION", `requested ramping version ${text} is already current`);
  }
  requireVersion(deployment, ramp.version ?? "", change);
  requireManager(deployment, change.identity);
  const known = withNamedVersion(deployment, ramp.version ?? "", change);
  if (ramp.version !== routing.ramping) {
    requireTaskQueues(known, ramp.version ?? "", { ...change, as: "ramping" });
  }
  return {
    ...(isSame ? known : withRamp(known, ramp, change)),
    lastModifier: change.identity,
    changes: deployment.changes + 1,
  };
}

function withRamp(deployment: Deployment, ramp: Ramp, { now }: RoutingChange): Deployment {
  const { routing } = deployment;
  const isNewPercentage = routing.ramping === ramp.version && ramp.version !== undefined;
  const next = {
    ...routing,
    ramping: ramp.version,
    rampPercentage: ramp.percentage,
    rampingChangedAt: isNewPercentage ? routing.rampingChangedAt : now,
    rampPercentageChangedAt: now,
    revision: routing.revision + 1,
  };
  return applyRouting(deployment, next, now);
}
