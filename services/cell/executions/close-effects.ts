// After an execution closed: its children get what their parent close policy says, and its parent is told.
import { CloudError } from "#shared/errors";
import type { Engine } from "../engine.ts";
import type { ApplyParentClosePolicy, NotifyParent, Target } from "../workflow/index.ts";
import { findTarget } from "./find-target.ts";
import type { LiveExecution } from "./live-execution.ts";
import { commit } from "./transact.ts";

/** How often a parent may have been reset while its child ran. */
const RESETS_MAX = 1_000;

export async function applyParentClosePolicy(
  engine: Engine,
  execution: LiveExecution,
  effect: ApplyParentClosePolicy,
): Promise<void> {
  const child = await findTarget(engine, effect.target, { parent: execution });
  if (child !== undefined && !child.isClosed) {
    if (effect.action === "terminate") {
      await commit(engine, child, {
        kind: "terminate",
        reason: effect.reason,
        details: undefined,
        identity: effect.identity,
        links: undefined,
      }).catch(ignoreExpected);
    } else {
      await commit(engine, child, {
        kind: "requestCancel",
        cause: effect.reason,
        identity: effect.identity,
        requestId: effect.requestId,
        links: undefined,
        externalInitiatedEventId: effect.initiatedEventId,
        externalWorkflowExecution: effect.sender,
      }).catch(ignoreExpected);
    }
  }
  await commit(engine, execution, { kind: "effectDone", effectId: effect.effectId });
}

export async function notifyParent(
  engine: Engine,
  execution: LiveExecution,
  effect: NotifyParent,
): Promise<void> {
  const parent = await parentOf(engine, effect.parent);
  if (parent !== undefined && !parent.isClosed) {
    await commit(engine, parent, {
      kind: "childClosed",
      initiatedEventId: effect.parentInitiatedEventId,
      workflowId: effect.childWorkflowId,
      runId: effect.childRunId,
      closeEvent: effect.closeEvent,
    }).catch(ignoreExpected);
    engine.reach?.("parent.told");
  }
  await commit(engine, execution, { kind: "effectDone", effectId: effect.effectId });
}

/** Of a parent that was reset, the run that went on from its past. */
async function parentOf(engine: Engine, target: Target): Promise<LiveExecution | undefined> {
  let parent = await findTarget(engine, target);
  for (let count = 0; count < RESETS_MAX; count += 1) {
    const resetRunId = parent?.isClosed === true ? parent.state.resetRunId : "";
    if (resetRunId === "") break;
    parent = await findTarget(engine, { ...target, runId: resetRunId });
  }
  return parent;
}

/** The other execution closed or forgot us meanwhile: there is nothing left to do. */
export function ignoreExpected(error: unknown): void {
  if (error instanceof CloudError && error.code !== "UNAVAILABLE" && error.code !== "INTERNAL") return;
  throw error;
}
