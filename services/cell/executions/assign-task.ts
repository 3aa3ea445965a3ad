// Which workers a task goes to, by the versions that its queue's deployments route to, and what the core is told of it
// when a worker takes it. A namespace without deployments takes the short way.
import { keepsSticky, routeOf, targetOf, type RoutedTask } from "../deployments/index.ts";
import type { Engine } from "../engine.ts";
import type { QueueName, TaskOffer } from "../matching/task.ts";
import { WITHOUT_VERSIONS, type Assignment, type VersionName } from "../workflow/index.ts";
import type { LiveExecution } from "./live-execution.ts";

/** Of the workers that a task of a task queue is for. */
export function versionForTask(engine: Engine, name: QueueName, task: TaskOffer): VersionName {
  const routing = engine.deployments.routing(name.namespaceId, name.type, name.name);
  if (routing === undefined && task.directive === undefined) return "";
  return routeOf(routedTask(task), routing, name.type).version;
}

/** Whether a worker's own queue may have the task: the worker is there, and it is of the right version. */
export function mayStaySticky(
  engine: Engine,
  {
    task,
    stickyQueue,
    normalTaskQueue,
  }: { task: TaskOffer; stickyQueue: QueueName; normalTaskQueue: string },
): boolean {
  if (engine.matching.find(stickyQueue)?.isServed !== true) return false;
  const routing = engine.deployments.routing(stickyQueue.namespaceId, "workflow", normalTaskQueue);
  return routing === undefined || keepsSticky(routedTask(task), routing);
}

/**
 * What the core is told when a worker takes a task. Undefined when the routing changed meanwhile and the task is for
 * other workers than the one that got it.
 */
export function assignmentOf(
  engine: Engine,
  execution: LiveExecution,
  { task, queue, version }: { task: TaskOffer; queue: QueueName; version: VersionName },
): Assignment | undefined {
  const { namespaceId, workflowId, taskQueue } = execution.state;
  const { directive } = task;
  const own = engine.deployments.routing(namespaceId, "workflow", taskQueue);
  const isSticky = queue.type === "workflow" && queue.name !== taskQueue;
  const routing =
    queue.type === "workflow" ? own : engine.deployments.routing(namespaceId, queue.type, queue.name);
  if (routing === undefined && own === undefined && directive === undefined && version === "") {
    return WITHOUT_VERSIONS;
  }
  const target = targetOf(own, workflowId, directive?.usesRamping);
  if (isSticky) {
    const isKept = keepsSticky(routedTask(task), routing);
    return isKept ? { version, directive, revision: target.revision, target } : undefined;
  }
  const route = routeOf(routedTask(task), routing, queue.type);
  if (route.version !== version) return undefined;
  return {
    version,
    directive,
    revision: route.revision,
    target: queue.type === "workflow" ? route.target : target,
  };
}

/** What belongs to no workflow is placed by its own id. */
function routedTask({ run, directive }: TaskOffer): RoutedTask {
  return { workflowId: run.workflowId || run.runId, directive };
}
