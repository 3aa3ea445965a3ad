// Pauses: what waits is offered no more; what a worker has goes on and is held back when it ends without success.
import type { ActivityCommandOf } from "../command.ts";
import { precondition } from "../precondition.ts";
import { STATUS, statusName } from "../status.ts";
import type { ActivityTransition } from "../transition.ts";

export function pause(transition: ActivityTransition, command: ActivityCommandOf<"pause">): undefined {
  const { state, now } = transition;
  // A late repeat does not pause again what was unpaused meanwhile.
  if (command.requestId === state.pauseRequestId) return undefined;
  const isWaiting = state.status === STATUS.scheduled;
  if (!isWaiting && state.status !== STATUS.started) {
    throw precondition(`activity is in non-pausable state ${statusName(state.status)}`);
  }
  state.pauseRequestId = command.requestId;
  state.pausedBy = command.identity;
  state.pauseReason = command.reason;
  state.pausedAt = now;
  if (isWaiting) {
    state.stamp += 1;
    state.isOffered = false;
  }
  transition.become(isWaiting ? STATUS.paused : STATUS.pauseRequested);
  transition.bill("pause_standalone_activity");
  return undefined;
}
