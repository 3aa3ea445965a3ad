// SetWorkerDeploymentCurrentVersion: where new work goes.
import type { VersionName } from "../workflow/index.ts";
import { applyRouting } from "./apply-routing.ts";
import type { Deployment } from "./deployment.ts";
import { requireTaskQueues, requireVersion, withNamedVersion, type RoutingChange } from "./routing-change.ts";
import { requireManager, requireToken } from "./deployment-owner.ts";

/** Errors: FAILED_PRECONDITION, NOT_FOUND, RESOURCE_EXHAUSTED. The deployment itself when nothing changes. */
export function setCurrentVersion(
  deployment: Deployment,
  version: VersionName,
  change: RoutingChange,
): Deployment {
  const { routing } = deployment;
  if (routing.current === version && deployment.lastModifier === change.identity) return deployment;
  requireToken(deployment, change.conflictToken);
  requireVersion(deployment, version, change);
  requireManager(deployment, change.identity);
  const known = withNamedVersion(deployment, version, change);
  requireTaskQueues(known, version, { ...change, as: "current" });
  return {
    ...(routing.current === version ? known : withCurrent(known, version, change)),
    lastModifier: change.identity,
    changes: deployment.changes + 1,
  };
}

/** A ramping version that becomes current stops ramping. */
function withCurrent(deployment: Deployment, version: VersionName, { now }: RoutingChange): Deployment {
  const { routing } = deployment;
  const promotion =
    routing.ramping === version
      ? { ramping: undefined, rampPercentage: 0, rampingChangedAt: now, rampPercentageChangedAt: now }
      : {};
  const next = {
    ...routing,
    ...promotion,
    current: version,
    currentChangedAt: now,
    revision: routing.revision + 1,
  };
  return applyRouting(deployment, next, now);
}
