// Where what is pending of an execution is to be found again after a start of the cell: the core's word for what the
// store keeps beside the state.
import type { Effect } from "./effect.ts";
import { isSettled, pendingEffects } from "./pending-effects.ts";
import { isRunning } from "./running.ts";
import type { ExecutionState } from "./state.ts";

/**
 * `ownQueue`: tasks in the workflow's own task queue, which nobody needs before somebody polls that queue.
 * `elsewhere`: anything else, to be taken up at once.
 */
export type PendingPlace = "nowhere" | "ownQueue" | "elsewhere";

export function pendingPlace(state: ExecutionState): PendingPlace {
  if (!isRunning(state)) return isSettled(state) ? "nowhere" : "elsewhere";
  const effects = pendingEffects(state);
  if (effects.length === 0) return "nowhere";
  return effects.every((effect) => isInOwnQueue(state, effect)) ? "ownQueue" : "elsewhere";
}

/** A sticky task counts as in the workflow's own queue: the worker that it waits for polls that one too. */
function isInOwnQueue(state: ExecutionState, effect: Effect): boolean {
  if (effect.kind === "offerWorkflowTask") return true;
  return effect.kind === "offerActivityTask" && effect.taskQueue === state.taskQueue;
}
