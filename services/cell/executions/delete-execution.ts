// Deletes one run: an open one is terminated first; then everything stored of it goes.
import type { Engine } from "../engine.ts";
import { deleteRuns } from "./delete-runs.ts";
import type { LiveExecution } from "./live-execution.ts";
import { commit } from "./transact.ts";

export async function deleteExecution(engine: Engine, execution: LiveExecution): Promise<void> {
  if (!execution.isClosed) {
    await commit(engine, execution, {
      kind: "terminate",
      reason: "Delete workflow execution",
      details: undefined,
      identity: "history-service",
      links: undefined,
    });
  }
  await execution.settled();
  const { namespaceId, workflowId, runId } = execution.state;
  const { historyBytes } = execution;
  await deleteRuns(engine, [{ namespaceId, workflowId, runId, historyBytes, storageClass: "retained" }]);
}
