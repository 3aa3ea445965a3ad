// Whether a worker's token, or a client that names the activity by its id, may act on the current attempt.
import { CloudError } from "#shared/errors";
import type { AttemptRef } from "../command.ts";
import { precondition } from "../precondition.ts";
import { isClosed, isInProgress, statusName } from "../status.ts";
import type { ActivityState } from "../state.ts";

/** Errors: NOT_FOUND, FAILED_PRECONDITION. `mayBeWaiting`: by id also what no worker has yet. */
export function requireAttempt(state: ActivityState, ref: AttemptRef, mayBeWaiting = false): void {
  const isById = "isById" in ref;
  if (isById && mayBeWaiting && isClosed(state.status)) throw closedAlready(state);
  if (!isInProgress(state.status) && !(isById && mayBeWaiting)) throw activityNotFound(state.id);
  if (!isById && (ref.attempt !== state.attempt || ref.stamp !== state.startedStamp)) {
    throw activityNotFound(state.id);
  }
}

export function activityNotFound(activityId: string): CloudError {
  return new CloudError("NOT_FOUND", `activity not found for ID: ${activityId}`);
}

export function closedAlready({ status }: ActivityState): CloudError {
  return precondition(`invalid transition from ${statusName(status)}`);
}
