// Finds an execution for calls that may name the first run of its chain: without a run id the current run is meant, and
// it must then belong to that chain.
import type { Engine } from "../engine.ts";
import type { LiveExecution } from "../executions/live-execution.ts";
import type { Namespace } from "../namespaces/namespace.ts";
import { findExecution, notFound, type NamedExecution } from "./lookup.ts";

export async function findInChain(
  engine: Engine,
  namespace: Namespace,
  request: {
    workflowExecution?: NamedExecution | null | undefined;
    firstExecutionRunId?: string | null | undefined;
  },
): Promise<LiveExecution> {
  const execution = await findExecution(engine, namespace, request.workflowExecution);
  const first = request.firstExecutionRunId ?? "";
  if (first !== "" && execution.state.firstRunId !== first) {
    throw notFound("workflow execution not found");
  }
  return execution;
}
