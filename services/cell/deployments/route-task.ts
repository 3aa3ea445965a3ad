// Where a task of a task queue goes: to the workers of which version. Pure and cheap: this runs for every task of a
// namespace that has deployments.
import { temporal } from "#contracts";
import { deploymentNameOf, type VersionDirective, type VersionName } from "../workflow/index.ts";
import { fingerprint32 } from "./fingerprint32.ts";
import type { TaskQueueType } from "./deployment.ts";
import type { TaskQueueRouting } from "./routing.ts";

const { VERSIONING_BEHAVIOR_PINNED } = temporal.api.enums.v1.VersioningBehavior;
const HASH_VALUES = 2 ** 32;

export interface TargetVersion {
  version: VersionName;
  /** Of the routing that says so. */
  revision: number;
}

export interface Route extends TargetVersion {
  /** Where the queue's routing sends this workflow, wherever the task itself goes. */
  target: TargetVersion;
}

export interface RoutedTask {
  workflowId: string;
  /** Undefined for an execution without a version. */
  directive: VersionDirective | undefined;
}

const NOWHERE: TargetVersion = { version: "", revision: 0 };

/** Where the queue's routing sends a workflow that may go anywhere. */
export function targetOf(
  routing: TaskQueueRouting | undefined,
  workflowId: string,
  usesRamping = false,
): TargetVersion {
  if (routing === undefined) return NOWHERE;
  const current = { version: routing.current, revision: routing.currentRevision };
  const ramping = { version: routing.ramping, revision: routing.rampRevision };
  if (usesRamping && ramping.version !== "") return ramping;
  const { rampPercentage } = routing;
  if (rampPercentage <= 0) return current;
  if (rampPercentage >= 100) return ramping;
  return rampThreshold(workflowId) <= rampPercentage ? ramping : current;
}

/** Always the same for one workflow id, in [0, 100). */
function rampThreshold(workflowId: string): number {
  return (100 * fingerprint32(workflowId)) / HASH_VALUES;
}

/** On the workflow's own or the activity's queue; sticky queues have `keepsSticky`. */
export function routeOf(task: RoutedTask, routing: TaskQueueRouting | undefined, type: TaskQueueType): Route {
  const { directive } = task;
  const target = targetOf(routing, task.workflowId, directive?.usesRamping);
  if (directive?.behavior === VERSIONING_BEHAVIOR_PINNED) {
    // An activity on a queue that the pinned version does not have is independent: it goes where its queue says.
    const isIndependent = type === "activity" && routing?.versions.has(directive.version) !== true;
    if (!isIndependent) return { version: directive.version, revision: target.revision, target };
  }
  if (target.version === "") return { version: "", revision: 0, target };
  const isNewer =
    directive === undefined ||
    deploymentNameOf(directive.version) !== deploymentNameOf(target.version) ||
    target.revision >= directive.revision;
  if (isNewer) return { ...target, target };
  // The workflow has been sent on by a newer routing than this queue knows.
  const own = { version: directive.version, revision: directive.revision };
  return { ...own, target: own };
}

/** Whether a worker's own queue still may have the workflow's task: not when the routing sends it elsewhere. */
export function keepsSticky(task: RoutedTask, routing: TaskQueueRouting | undefined): boolean {
  const { directive } = task;
  if (directive?.behavior === VERSIONING_BEHAVIOR_PINNED) return true;
  const target = targetOf(routing, task.workflowId, directive?.usesRamping);
  return target.version === "" || target.version === (directive?.version ?? "");
}
