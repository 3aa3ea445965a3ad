// A workflow that is pinned to a version whose workers are gone for good cannot be asked: nobody would answer.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Engine } from "../engine.ts";
import { buildIdOf, deploymentNameOf, type VersionDirective } from "../workflow/index.ts";

const { VERSIONING_BEHAVIOR_PINNED } = temporal.api.enums.v1.VersioningBehavior;
const { WORKER_DEPLOYMENT_VERSION_STATUS_DRAINED } = temporal.api.enums.v1.WorkerDeploymentVersionStatus;

/** Undefined when the query may be asked. */
export function refusalOfDrained(
  engine: Engine,
  directive: VersionDirective | undefined,
  { namespaceId, taskQueue }: { namespaceId: string; taskQueue: string },
): CloudError | undefined {
  if (directive?.behavior !== VERSIONING_BEHAVIOR_PINNED) return undefined;
  const { version } = directive;
  const deployment = engine.deployments.find(namespaceId, deploymentNameOf(version));
  const status = deployment?.versions.get(buildIdOf(version))?.status;
  if (status !== WORKER_DEPLOYMENT_VERSION_STATUS_DRAINED) return undefined;
  const now = engine.clock.now();
  const queues = engine.matching.family({ namespaceId, type: "workflow", name: taskQueue });
  if (queues.some(({ history }) => history.list(now).length > 0)) return undefined;
  return new CloudError(
    "FAILED_PRECONDITION",
    `The workflow is pinned to the version ${version}, which is drained and has no pollers to answer the query. Run its workers again, or let the workflow upgrade by an override.`,
  );
}
