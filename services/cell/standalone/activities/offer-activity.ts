// Offers an attempt of a standalone activity to its task queue, and takes back one that is over.
import { STATUS, type ActivityState, type OfferActivity } from "../../activity/index.ts";
import type { Engine } from "../../engine.ts";
import { placeIn } from "../../executions/place-task.ts";
import type { LiveStandalone } from "../live-standalone.ts";

export function offerActivity(
  engine: Engine,
  { state }: LiveStandalone<ActivityState>,
  offer: OfferActivity,
): void {
  const { namespaceId, id, runId } = state;
  engine.matching.offer(
    { namespaceId, type: "activity", name: offer.taskQueue },
    {
      kind: "standaloneActivity",
      run: { namespaceId, workflowId: "", runId },
      activityId: id,
      place: placeIn(engine, namespaceId, offer.priority),
      attempt: offer.attempt,
      stamp: offer.stamp,
      scheduledAt: offer.scheduledAt,
    },
  );
}

/** What waits in line for this activity and is over leaves it. */
export function reviewOffers(engine: Engine, { state }: LiveStandalone<ActivityState>): void {
  engine.matching.review(
    state.runId,
    (task) =>
      task.kind === "standaloneActivity" && state.status === STATUS.scheduled && task.stamp === state.stamp,
  );
}
