// A worker says that its attempt lives, and where it is.
import { bytesOfPayloads, payloadsCodec } from "../../workflow/index.ts";
import { requireAttempt } from "../attempts/find-attempt.ts";
import type { ActivityCommandOf, ActivityResults } from "../command.ts";
import { STATUS } from "../status.ts";
import type { ActivityTransition } from "../transition.ts";
import { failAttempt, serverFailure } from "./fail.ts";

export function heartbeat(
  transition: ActivityTransition,
  command: ActivityCommandOf<"heartbeat">,
): ActivityResults["heartbeat"] {
  const { state, now, context } = transition;
  requireAttempt(state, command.ref);
  if (bytesOfPayloads(command.details) > context.limits.blobBytesMax) {
    failAttempt(transition, serverFailure("Heartbeat details exceed size limit."), state.workerIdentity);
    return { isCancelRequested: true, isPaused: false, isReset: false };
  }
  state.lastHeartbeatAt = now;
  state.heartbeatDetails = command.details == null ? undefined : payloadsCodec.encode(command.details);
  state.heartbeatCount += 1;
  transition.bill("record_standalone_activity_heartbeat");
  return {
    isCancelRequested: state.status === STATUS.cancelRequested,
    isPaused: state.status === STATUS.pauseRequested,
    isReset: state.status === STATUS.resetRequested,
  };
}
