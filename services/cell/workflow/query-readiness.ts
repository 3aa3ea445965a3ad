// How a query reaches a worker without touching the history.
import { isRunning } from "./running.ts";
import type { ExecutionState } from "./state.ts";

export type QueryReadiness =
  /** Hand it to a poller of this queue as a query task of its own. */
  | { kind: "direct"; taskQueue: string; isSticky: boolean; normalTaskQueue: string }
  /** A workflow task is scheduled or started: attach the query to it, or to the next if it is started already. */
  | { kind: "attach" }
  /** No workflow task has completed yet: wait for the first one. */
  | { kind: "wait" };

export function queryReadiness(state: ExecutionState): QueryReadiness {
  if (isRunning(state)) {
    if (state.lastCompletedTaskStartedEventId === 0) return { kind: "wait" };
    if (state.workflowTask !== undefined) return { kind: "attach" };
  }
  const isSticky = state.stickyTaskQueue !== "";
  return {
    kind: "direct",
    taskQueue: isSticky ? state.stickyTaskQueue : state.taskQueue,
    isSticky,
    normalTaskQueue: state.taskQueue,
  };
}
