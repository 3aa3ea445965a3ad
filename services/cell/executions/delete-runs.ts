// Deletes executions with everything that is stored of them, in one flush. Repeatable: what is gone stays gone.
import type { Engine } from "../engine.ts";
import type { LiveExecution } from "./live-execution.ts";
import { runKeyOf } from "./offer-tasks.ts";

/**
 * Resolves when the deletion is durable. Whoever finds an execution in memory deletes it, so that its bytes are taken off
 * once, however many ask for it at the same time. Errors: UNAVAILABLE.
 */
export async function deleteRuns(engine: Engine, executions: readonly LiveExecution[]): Promise<void> {
  const group = engine.journal.group();
  const now = engine.clock.now();
  for (const execution of executions) {
    if (execution.isDropped) continue;
    const { namespace, historyBytes } = execution;
    const storageClass = execution.isCloseRecorded ? "retained" : "active";
    group.counts.storage.add(namespace.name, storageClass, now, -historyBytes);
    group.deletedRuns.push(runKeyOf(execution));
    engine.wakes.forget(execution.state.runId);
    // What waits in task queues of it leaves them.
    engine.matching.review(execution.state.runId, () => false);
    engine.executions.delete(execution, group.durable);
  }
  await group.durable;
}
