// Deletes runs with everything that is stored of them, in one flush. Repeatable: what is gone stays gone.
import type { Engine } from "../engine.ts";
import type { RunRow } from "../store/execution-statements.ts";

export interface DoomedRun extends RunRow {
  historyBytes: number;
  storageClass: "active" | "retained";
}

/** Resolves when the deletion is durable. Errors: UNAVAILABLE. */
export async function deleteRuns(engine: Engine, runs: readonly DoomedRun[]): Promise<void> {
  const group = engine.journal.group();
  const now = engine.clock.now();
  for (const run of runs) {
    const held = engine.executions.held(run);
    const namespace = engine.namespaces.byId(run.namespaceId);
    if (namespace !== undefined) {
      group.counts.storage.add(
        namespace.name,
        run.storageClass,
        now,
        -(held?.historyBytes ?? run.historyBytes),
      );
    }
    group.deletedRuns.push({ namespaceId: run.namespaceId, workflowId: run.workflowId, runId: run.runId });
    if (held !== undefined) {
      held.isDeleted = true;
      engine.executions.drop(held);
    }
    engine.wakes.forget(run.runId);
    engine.matching.review(run.runId, () => false);
  }
  await group.durable;
}
