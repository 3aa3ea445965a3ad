// Finds the execution that another one acts on. An empty run id means the current run of its workflow id.
import type { Engine } from "../engine.ts";
import type { Target } from "../workflow/index.ts";
import type { LiveExecution } from "./live-execution.ts";

/** Undefined when there is none, when its namespace is not in this cell, or when it is not the child it should be. */
export async function findTarget(
  engine: Engine,
  target: Target,
  options: { parent?: LiveExecution } = {},
): Promise<LiveExecution | undefined> {
  const namespace =
    target.namespaceId === ""
      ? engine.namespaces.byName(target.namespace)
      : engine.namespaces.byId(target.namespaceId);
  if (namespace === undefined) return undefined;
  let found = await engine.executions.find({
    namespaceId: namespace.id,
    workflowId: target.workflowId,
    runId: target.runId,
  });
  // A child that went on as a new run is still the same child: its first run is the one that was started.
  if (found !== undefined && target.runId !== "" && options.parent !== undefined) {
    const current = await engine.executions.find({
      namespaceId: namespace.id,
      workflowId: target.workflowId,
      runId: "",
    });
    if (current?.state.firstRunId === found.state.firstRunId) found = current;
  }
  if (found !== undefined && (target.childWorkflowOnly || options.parent !== undefined)) {
    const parent = options.parent;
    if (parent !== undefined && !isChildOf(found, parent)) return undefined;
  }
  return found;
}

/** A run that a reset made also has the children of the run whose past it copied. */
function isChildOf(found: LiveExecution, parent: LiveExecution): boolean {
  const parentRunId = found.state.parent?.runId;
  return parentRunId === parent.state.runId || parentRunId === parent.state.originalRunId;
}
