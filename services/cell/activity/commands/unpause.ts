// Ends a pause: what waited is dispatched again, no earlier than its start delay and its retry say.
import { dispatchAt, notBeforeStartDelay, retryDueAt } from "../attempts/dispatch.ts";
import type { ActivityCommandOf } from "../command.ts";
import { precondition } from "../precondition.ts";
import { isClosed, STATUS, statusName } from "../status.ts";
import type { ActivityTransition } from "../transition.ts";

export function unpause(transition: ActivityTransition, command: ActivityCommandOf<"unpause">): undefined {
  const { state, now } = transition;
  if (command.requestId === state.unpauseRequestId) return undefined;
  if (isClosed(state.status)) {
    throw precondition(`activity is in terminal state ${statusName(state.status)}`);
  }
  if (state.status === STATUS.paused) {
    state.unpauseRequestId = command.requestId;
    state.stamp += 1;
    transition.become(STATUS.scheduled);
    const at = notBeforeStartDelay(state, now + command.delayMs);
    dispatchAt(transition, Math.max(at, retryDueAt(state) ?? 0));
  } else if (state.status === STATUS.pauseRequested) {
    state.unpauseRequestId = command.requestId;
    transition.become(STATUS.started);
  } else {
    throw precondition(`activity is in non-unpausable state ${statusName(state.status)}`);
  }
  return undefined;
}
