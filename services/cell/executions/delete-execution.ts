// Deletes one run: an open one is terminated first; then everything stored of it goes.
import type { Engine } from "../engine.ts";
import { ignoreExpected } from "./close-effects.ts";
import { deleteRuns } from "./delete-runs.ts";
import type { LiveExecution } from "./live-execution.ts";
import { runKeyOf } from "./offer-tasks.ts";
import { commit } from "./transact.ts";

export async function deleteExecution(engine: Engine, execution: LiveExecution): Promise<void> {
  if (!execution.isClosed) {
    await commit(engine, execution, {
      kind: "terminate",
      reason: "Delete workflow execution",
      details: undefined,
      identity: "history-service",
      links: undefined,
    }).catch(ignoreExpected);
  }
  await execution.settled();
  // Found again: it may have left memory, and another deletion may have been faster.
  await engine.executions.use(runKeyOf(execution), (found) =>
    found === undefined ? undefined : deleteRuns(engine, [found]),
  );
}
