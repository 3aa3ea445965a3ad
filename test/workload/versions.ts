// Workers with a version, and who decides where new work goes. Each version has workers of its own until the end, so
// whatever is routed or pinned to one is done.
import { temporal } from "#contracts";
import type { Load } from "./load.ts";
import { repeat } from "./repeat.ts";

type Options = temporal.api.deployment.v1.IWorkerDeploymentOptions;

const { WORKER_VERSIONING_MODE_VERSIONED } = temporal.api.enums.v1.WorkerVersioningMode;
const { VERSIONING_BEHAVIOR_AUTO_UPGRADE, VERSIONING_BEHAVIOR_PINNED } =
  temporal.api.enums.v1.VersioningBehavior;

export const BEHAVIORS = [VERSIONING_BEHAVIOR_PINNED, VERSIONING_BEHAVIOR_AUTO_UPGRADE];
const DEPLOYMENT = "shop";
const PERCENTAGE_MAX = 100;

/** What a worker of the version says of itself; nothing for version 0. */
export function deploymentOf(version: number): { deploymentOptions?: Options } {
  if (version === 0) return {};
  const workerVersioningMode = WORKER_VERSIONING_MODE_VERSIONED;
  return {
    deploymentOptions: { deploymentName: DEPLOYMENT, buildId: String(version), workerVersioningMode },
  };
}

/** New work goes to another version, or to workers without one, all of it or a part. */
export async function changeVersion(load: Load): Promise<void> {
  const { random, settings, namespace } = load;
  if (settings.versions === 0) return;
  const act = load.journal.open("other");
  const version = random.below(settings.versions + 1);
  const request = {
    ...{ namespace, deploymentName: DEPLOYMENT, identity: act.id, ignoreMissingTaskQueues: true },
    buildId: version === 0 ? "" : String(version),
  };
  if (random.oneIn(2)) {
    await repeat(load, act, { name: "SetWorkerDeploymentCurrentVersion", request });
    return;
  }
  const percentage = random.below(PERCENTAGE_MAX + 1);
  const name = "SetWorkerDeploymentRampingVersion";
  await repeat(load, act, { name, request: { ...request, percentage } });
}

/** The version that a client pins a workflow to; it may not be there. */
export function pinnedTo(version: number): temporal.api.workflow.v1.IVersioningOverride {
  const { PINNED_OVERRIDE_BEHAVIOR_PINNED: behavior } =
    temporal.api.workflow.v1.VersioningOverride.PinnedOverrideBehavior;
  return { pinned: { behavior, version: { deploymentName: DEPLOYMENT, buildId: String(version) } } };
}
