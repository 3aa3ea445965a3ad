// Ends the activity at once, whatever a worker does.
import { closeWithFailure } from "../attempts/close-activity.ts";
import { closedAlready } from "../attempts/find-attempt.ts";
import type { ActivityCommandOf } from "../command.ts";
import { precondition } from "../precondition.ts";
import { isClosed, STATUS } from "../status.ts";
import type { ActivityTransition } from "../transition.ts";

export function terminate(
  transition: ActivityTransition,
  command: ActivityCommandOf<"terminate">,
): undefined {
  const { state } = transition;
  if (state.status === STATUS.terminated) {
    if (state.terminateRequestId === command.requestId) return undefined;
    throw precondition(`already terminated with request ID ${state.terminateRequestId}`);
  }
  if (isClosed(state.status)) throw closedAlready(state);
  state.terminateRequestId = command.requestId;
  closeWithFailure(transition, {
    status: STATUS.terminated,
    failure: { message: command.reason, terminatedFailureInfo: { identity: command.identity } },
  });
  return undefined;
}
