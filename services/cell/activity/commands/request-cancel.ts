// A request to cancel: an attempt that a worker has is asked to end, anything else is canceled at once.
import type { ActivityCommandOf } from "../command.ts";
import { precondition } from "../precondition.ts";
import { isClosed, isInProgress, STATUS, statusName } from "../status.ts";
import type { ActivityTransition } from "../transition.ts";
import { cancelActivity } from "./confirm-cancel.ts";

export function requestCancel(
  transition: ActivityTransition,
  command: ActivityCommandOf<"requestCancel">,
): undefined {
  const { state } = transition;
  // First of all: a repeat may come after the activity is canceled.
  if (command.requestId === state.cancelRequestId) return undefined;
  if (isClosed(state.status)) {
    throw precondition(`activity is in terminal state ${statusName(state.status)}`);
  }
  if (state.status === STATUS.cancelRequested) {
    throw precondition(`cancellation already requested with request ID ${state.cancelRequestId}`);
  }
  const isWithWorker = isInProgress(state.status);
  state.cancelRequestId = command.requestId;
  state.cancelIdentity = command.identity;
  state.cancelReason = command.reason;
  state.resetRestoresOptions = state.resetClearsHeartbeat = false;
  transition.become(STATUS.cancelRequested);
  if (!isWithWorker) cancelActivity(transition, { payloads: [textPayload(command.reason)] });
  return undefined;
}

function textPayload(text: string): { metadata: Record<string, Uint8Array>; data: Uint8Array } {
  return { metadata: { encoding: Buffer.from("json/plain") }, data: Buffer.from(JSON.stringify(text)) };
}
