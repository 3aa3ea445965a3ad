// Finds the activity that a worker's token or a client's activity id names.
import { CloudError } from "#shared/errors";
import type { ActivityRef } from "../command.ts";
import type { Activity, ExecutionState } from "../state.ts";

export function activityById(state: ExecutionState, activityId: string): Activity | undefined {
  for (const activity of state.activities.values()) if (activity.activityId === activityId) return activity;
  return undefined;
}

/** By token only what runs as the attempt of the token; by id also what no worker has taken yet. */
export function findActivity(state: ExecutionState, ref: ActivityRef): Activity {
  if ("activityId" in ref) {
    const activity = activityById(state, ref.activityId);
    if (activity !== undefined) return activity;
    throw new CloudError(
      "NOT_FOUND",
      `cannot find pending activity with ActivityID ${ref.activityId}, check workflow execution history for more details`,
    );
  }
  const activity = state.activities.get(ref.scheduledEventId);
  if (activity === undefined || activity.startedAt === 0 || activity.attempt !== ref.attempt) {
    throw new CloudError(
      "NOT_FOUND",
      "invalid activityID or activity already timed out or invoking workflow is completed",
    );
  }
  return activity;
}
