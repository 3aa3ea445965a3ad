// Makes what a poll of a worker with a version needs: its deployment, its version, and the task queue in it.
import type { Engine } from "../engine.ts";
import { buildIdOf, deploymentNameOf, type VersionName } from "../workflow/index.ts";
import { addDeployment } from "./create-deployment.ts";
import type { VersionTaskQueue } from "./deployment.ts";
import { limitReached } from "./limit-reached.ts";
import { LIMITS } from "./limits.ts";
import { registerWorker } from "./register-worker.ts";
import { workersOf } from "./version-workers.ts";

/** Nothing to wait for when the worker is known. Errors: RESOURCE_EXHAUSTED, UNAVAILABLE. */
export function registerPoller(
  engine: Engine,
  namespaceId: string,
  { version, taskQueue }: { version: VersionName; taskQueue: VersionTaskQueue },
): Promise<unknown> | undefined {
  const { name, type } = taskQueue;
  const versions = engine.deployments.routing(namespaceId, type, name)?.versions;
  if (versions?.has(version) === true) return undefined;
  if ((versions?.size ?? 0) > LIMITS.taskQueueVersionsMax) {
    throw limitReached(
      `exceeding maximum number of Deployment Versions in this task queue (limit = ${LIMITS.taskQueueVersionsMax})`,
    );
  }
  const key = { namespaceId, name: deploymentNameOf(version) };
  const now = engine.clock.now();
  const { hasPollers } = workersOf(engine, key);
  return engine.deployments.change(key, (before, count) => {
    const deployment = before ?? addDeployment(key, { now, count, identity: "", requestId: "" });
    return registerWorker(deployment, { now, buildId: buildIdOf(version), taskQueue, hasPollers });
  });
}
