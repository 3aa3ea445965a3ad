// Sets the activity back to its first attempt: at once when nobody has it, else when the worker gives its attempt back.
import { dispatchAt, notBeforeStartDelay } from "../attempts/dispatch.ts";
import { clearHeartbeat, forgetRetryInterval } from "../attempts/end-attempt.ts";
import type { ActivityCommandOf } from "../command.ts";
import { originalOptions } from "../options/activity-options.ts";
import { precondition } from "../precondition.ts";
import { STATUS } from "../status.ts";
import type { ActivityTransition } from "../transition.ts";

type Reset = ActivityCommandOf<"reset">;

export function reset(transition: ActivityTransition, command: Reset): undefined {
  const { state } = transition;
  if (command.requestId === state.resetRequestId) return undefined;
  switch (state.status) {
    case STATUS.started:
    case STATUS.pauseRequested:
      resetLater(transition, command);
      break;
    case STATUS.scheduled:
    case STATUS.paused:
      resetNow(transition, command);
      break;
    case STATUS.cancelRequested:
      throw precondition("cannot reset an activity with a pending cancellation");
    case STATUS.resetRequested:
      throw precondition("cannot reset an activity with a pending reset");
    default:
      throw precondition("activity execution is not running");
  }
  state.resetRequestId = command.requestId;
  transition.bill("reset_standalone_activity");
  return undefined;
}

/** The worker keeps its attempt undisturbed; it is told with its next heartbeat. */
function resetLater(transition: ActivityTransition, command: Reset): void {
  const { state } = transition;
  state.resetPauses = command.keepsPaused && state.status === STATUS.pauseRequested;
  state.resetRestoresOptions ||= command.restoresOptions;
  state.resetClearsHeartbeat ||= command.clearsHeartbeat;
  transition.become(STATUS.resetRequested);
}

function resetNow(transition: ActivityTransition, command: Reset): void {
  const { state, now } = transition;
  if (command.restoresOptions) state.options = originalOptions(state);
  if (command.clearsHeartbeat) clearHeartbeat(state);
  state.attempt = 1;
  state.stamp += 1;
  state.isOffered = false;
  forgetRetryInterval(state);
  if (state.status === STATUS.paused && command.keepsPaused) {
    state.dispatchAt = 0;
    transition.changed();
    return;
  }
  transition.become(STATUS.scheduled);
  dispatchAt(transition, notBeforeStartDelay(state, now + command.delayMs));
}
