// Carries out what a committed transition asks for: offers of tasks, and acts on other executions. Acts are repeated
// until they are done; after a crash `pendingEffects` tells them again, and request ids make the repeats harmless.
import { delay } from "#shared/clock";
import { CloudError } from "#shared/errors";
import type { Engine } from "../engine.ts";
import { releaseQueries } from "../queries/release-queries.ts";
import type { Effect } from "../workflow/index.ts";
import { applyParentClosePolicy, notifyParent } from "./close-effects.ts";
import { cancelExternal, signalExternal } from "./external-effects.ts";
import type { LiveExecution } from "./live-execution.ts";
import { callCompletionCallback, cancelNexusOperation, startNexusOperation } from "./nexus-effects.ts";
import { offerActivityTask, offerWorkflowTask } from "./offer-tasks.ts";
import { startChild } from "./start-child.ts";

const RETRY_FIRST_MS = 50;
const RETRY_MAX_MS = 5_000;

export function runEffects(engine: Engine, execution: LiveExecution, effects: readonly Effect[]): void {
  for (const effect of effects) runEffect(engine, execution, effect);
}

function runEffect(engine: Engine, execution: LiveExecution, effect: Effect): void {
  switch (effect.kind) {
    case "offerWorkflowTask":
      return offerWorkflowTask(engine, execution, effect);
    case "offerActivityTask":
      return offerActivityTask(engine, execution, effect);
    case "startChild":
      return repeat(engine, execution, () => startChild(engine, execution, effect));
    case "signalExternal":
      return repeat(engine, execution, () => signalExternal(engine, execution, effect));
    case "cancelExternal":
      return repeat(engine, execution, () => cancelExternal(engine, execution, effect));
    case "applyParentClosePolicy":
      return repeat(engine, execution, () => applyParentClosePolicy(engine, execution, effect));
    case "notifyParent":
      return repeat(engine, execution, () => notifyParent(engine, execution, effect));
    case "executionClosed":
      engine.schedules.executionClosed(execution);
      return releaseQueries(engine, execution);
    case "updateReached":
    case "updateAborted":
      return execution.updates.settle(effect);
    case "startNexusOperation":
      return repeat(engine, execution, () => startNexusOperation(engine, execution, effect));
    case "cancelNexusOperation":
      return repeat(engine, execution, () => cancelNexusOperation(engine, execution, effect));
    case "callCompletionCallback":
      return repeat(engine, execution, () => callCompletionCallback(engine, execution, effect));
  }
}

/** Tries until it is done, the execution is given up (its successor in memory starts over) or the cell stops. */
function repeat(engine: Engine, execution: LiveExecution, act: () => Promise<void>): void {
  const run = async (): Promise<void> => {
    for (let delayMs = RETRY_FIRST_MS; !execution.isDropped; delayMs = Math.min(delayMs * 2, RETRY_MAX_MS)) {
      try {
        return await act();
      } catch (error) {
        const isExpected = error instanceof CloudError && error.code === "UNAVAILABLE";
        if (!isExpected && !execution.isDropped) {
          engine.log.error(
            { err: error, workflowId: execution.state.workflowId },
            "an act on another execution failed",
          );
        }
      }
      await delay(delayMs, engine.stopping);
    }
  };
  execution.actsUnderWay += 1;
  // The cell stops: the next start tells the effect again.
  run()
    .catch(() => undefined)
    .finally(() => (execution.actsUnderWay -= 1));
}
