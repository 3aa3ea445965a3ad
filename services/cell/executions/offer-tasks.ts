// Offers workflow and activity tasks to the task queues. A sticky offer that no worker would see goes back to the core,
// which offers it on the workflow's own queue.
import type { Engine } from "../engine.ts";
import type { RunKey } from "../matching/task.ts";
import type { OfferActivityTask, OfferWorkflowTask } from "../workflow/index.ts";
import type { LiveExecution } from "./live-execution.ts";
import { transact } from "./transact.ts";

export function offerWorkflowTask(engine: Engine, execution: LiveExecution, offer: OfferWorkflowTask): void {
  const { namespaceId } = execution.state;
  const queue = engine.matching.queue({ namespaceId, type: "workflow", name: offer.taskQueue });
  if (offer.isSticky && !queue.isServed) {
    if (!execution.isDropped) transact(engine, execution, { kind: "resetSticky" });
    return;
  }
  queue.offer({
    kind: "workflow",
    run: runKeyOf(execution),
    scheduledEventId: offer.scheduledEventId,
    attempt: offer.attempt,
    scheduledAt: offer.scheduledAt,
  });
}

export function offerActivityTask(engine: Engine, execution: LiveExecution, offer: OfferActivityTask): void {
  const { namespaceId } = execution.state;
  engine.matching.offer(
    { namespaceId, type: "activity", name: offer.taskQueue },
    {
      kind: "activity",
      run: runKeyOf(execution),
      scheduledEventId: offer.scheduledEventId,
      attempt: offer.attempt,
      stamp: offer.stamp,
      scheduledAt: offer.scheduledAt,
    },
  );
}

export function runKeyOf({ state }: LiveExecution): RunKey {
  return { namespaceId: state.namespaceId, workflowId: state.workflowId, runId: state.runId };
}
