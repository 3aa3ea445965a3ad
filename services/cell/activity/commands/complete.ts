// The activity succeeded. A client that names it by its id may complete it before any worker had it.
import { bytesOfPayloads, payloadsCodec } from "../../workflow/index.ts";
import { requireAttempt } from "../attempts/find-attempt.ts";
import type { ActivityCommandOf } from "../command.ts";
import { isInProgress, STATUS } from "../status.ts";
import type { ActivityTransition } from "../transition.ts";
import { failAttempt, serverFailure } from "./fail.ts";

export function complete(transition: ActivityTransition, command: ActivityCommandOf<"complete">): undefined {
  const { state, now, context } = transition;
  requireAttempt(state, command.ref, true);
  if (!isInProgress(state.status)) {
    state.startedAt = now;
    if (state.firstStartedAt === 0) state.firstStartedAt = now;
  }
  if (bytesOfPayloads(command.result) > context.limits.blobBytesMax) {
    failAttempt(transition, serverFailure("Complete result exceeds size limit."), command.identity);
    return undefined;
  }
  state.attemptClosedAt = now;
  state.workerIdentity = command.identity;
  state.result = payloadsCodec.encode(command.result ?? {});
  transition.become(STATUS.completed);
  return undefined;
}
