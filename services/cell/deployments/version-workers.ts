// What the task queues of a version tell of its workers: who polled lately, and whether work waits for them.
import type { Engine } from "../engine.ts";
import type { Deployment, Version, VersionTaskQueue } from "./deployment.ts";
import type { RoutingChange } from "./routing-change.ts";

type Workers = Pick<RoutingChange, "hasPollers" | "isNeeded">;

export function workersOf(engine: Engine, { namespaceId }: Pick<Deployment, "namespaceId">): Workers {
  return {
    hasPollers: (version) =>
      version.taskQueues.some((taskQueue) => isPolled(engine, namespaceId, { version, taskQueue })),
    isNeeded: (version, taskQueue) => isNeeded(engine, namespaceId, { version, taskQueue }),
  };
}

/** After a start of the cell, tasks that wait for the version are known only once they were read. */
export async function readBacklog(
  engine: Engine,
  namespaceId: string,
  version: Version | undefined,
): Promise<void> {
  const names = new Set(version?.taskQueues.map(({ name }) => name));
  for (const name of names) await engine.unreadQueues.use(engine, namespaceId, name);
}

interface Place {
  version: Version;
  taskQueue: VersionTaskQueue;
}

function isPolled(engine: Engine, namespaceId: string, place: Place): boolean {
  return (queueOf(engine, namespaceId, place)?.history.list(engine.clock.now()).length ?? 0) > 0;
}

/** Work of the version waits or came lately, and the queue has not gone over to another deployment. */
function isNeeded(engine: Engine, namespaceId: string, place: Place): boolean {
  const { name, type } = place.taskQueue;
  const routing = engine.deployments.routing(namespaceId, type, name);
  if (routing?.current !== place.version.name) return false;
  return queueOf(engine, namespaceId, place)?.hasWork === true;
}

function queueOf(engine: Engine, namespaceId: string, { version, taskQueue: { name, type } }: Place) {
  return engine.matching.find({ namespaceId, type, name, version: version.name });
}
