// Starts a child workflow for its parent and tells the parent how it went.
import { temporal } from "#contracts";
import { CloudError, type ErrorCode } from "#shared/errors";
import type { Engine } from "../engine.ts";
import { startOfChild, type StartChild } from "../workflow/index.ts";
import { ignoreExpected } from "./close-effects.ts";
import type { LiveExecution } from "./live-execution.ts";
import { startRun } from "./start-run.ts";
import { commit } from "./transact.ts";

const { StartChildWorkflowExecutionFailedCause: FailedCause } = temporal.api.enums.v1;

const REFUSALS: Partial<Record<ErrorCode, temporal.api.enums.v1.StartChildWorkflowExecutionFailedCause>> = {
  ALREADY_EXISTS: FailedCause.START_CHILD_WORKFLOW_EXECUTION_FAILED_CAUSE_WORKFLOW_ALREADY_EXISTS,
  // Its version has no workers on its task queue.
  FAILED_PRECONDITION: FailedCause.START_CHILD_WORKFLOW_EXECUTION_FAILED_CAUSE_INVALID_VERSIONING_OVERRIDE,
};

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
    const named = { ...input, namespace: namespace.name, namespaceId: namespace.id };
    const isServed = (version: string): boolean =>
      engine.deployments.hasTaskQueue(namespace.id, version, {
        name: input.request.taskQueue?.name ?? "",
        type: "workflow",
      });
    const { execution, isStarted } = await startRun(
      engine,
      namespace,
      startOfChild(parent.state, named, isServed),
    );
    await execution.settled();
    if (!isStarted)
      return await failed(FailedCause.START_CHILD_WORKFLOW_EXECUTION_FAILED_CAUSE_WORKFLOW_ALREADY_EXISTS);
    engine.reach?.("child.started");
    runId = execution.state.runId;
  } catch (error) {
    // Anything but what the start itself is refused for is tried again: the parent waits, and its own timeouts end it.
    const cause = error instanceof CloudError ? REFUSALS[error.code] : undefined;
    if (cause === undefined) throw error;
    return failed(cause);
  }
  await commit(engine, parent, { kind: "childStarted", initiatedEventId, runId }).catch(ignoreExpected);
}
