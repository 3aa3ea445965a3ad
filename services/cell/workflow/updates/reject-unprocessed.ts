// A worker that says nothing about an update it was sent does not know updates: they are rejected, or they would come
// with every workflow task for ever.
import type { Transition } from "../transition.ts";
import { UNPROCESSED } from "./abort-updates.ts";

export function rejectUnprocessed(transition: Transition): void {
  if (!transition.isRunning) return;
  const { pendingUpdates } = transition.state;
  for (const { updateId, stage } of [...pendingUpdates.values()]) {
    if (stage !== "sent") continue;
    pendingUpdates.delete(updateId);
    transition.effects.push({
      kind: "updateReached",
      updateId,
      stage: "completed",
      outcome: { failure: UNPROCESSED },
    });
  }
}
