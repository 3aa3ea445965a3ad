// Starts a child workflow for its parent and tells the parent how it went.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Engine } from "../engine.ts";
import type { StartChild } from "../workflow/index.ts";
import { ignoreExpected } from "./close-effects.ts";
import type { LiveExecution } from "./live-execution.ts";
import { startRun } from "./start-run.ts";
import { commit } from "./transact.ts";

const { StartChildWorkflowExecutionFailedCause: FailedCause } = temporal.api.enums.v1;

export async function startChild(engine: Engine, parent: LiveExecution, effect: StartChild): Promise<void> {
  const { initiatedEventId, input } = effect;
  const failed = async (
    cause: temporal.api.enums.v1.StartChildWorkflowExecutionFailedCause,
  ): Promise<void> => {
    await commit(engine, parent, { kind: "childStartFailed", initiatedEventId, cause }).catch(ignoreExpected);
  };
  const namespace =
    input.namespaceId === ""
      ? engine.namespaces.byName(input.namespace)
      : engine.namespaces.byId(input.namespaceId);
  if (namespace === undefined) {
    return failed(FailedCause.START_CHILD_WORKFLOW_EXECUTION_FAILED_CAUSE_NAMESPACE_NOT_FOUND);
  }
  let runId: string;
  try {
    const { execution, isStarted } = await startRun(engine, namespace, {
      ...input,
      namespace: namespace.name,
      namespaceId: namespace.id,
    });
    await execution.settled();
    if (!isStarted)
      return await failed(FailedCause.START_CHILD_WORKFLOW_EXECUTION_FAILED_CAUSE_WORKFLOW_ALREADY_EXISTS);
    runId = execution.state.runId;
  } catch (error) {
    // Anything but a taken id is tried again: the parent waits, and its own timeouts end it.
    if (!(error instanceof CloudError) || error.code !== "ALREADY_EXISTS") throw error;
    return failed(FailedCause.START_CHILD_WORKFLOW_EXECUTION_FAILED_CAUSE_WORKFLOW_ALREADY_EXISTS);
  }
  await commit(engine, parent, { kind: "childStarted", initiatedEventId, runId }).catch(ignoreExpected);
}
