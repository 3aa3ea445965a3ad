// The start of a child as an effect, made from what the initiated event says.
import type { StartChild } from "../effect.ts";
import { mergedPriority } from "../priority.ts";
import type { Child, ExecutionState } from "../state.ts";

/** Undefined while the initiated event is not in memory. */
export function startChildEffect(state: ExecutionState, child: Child): StartChild | undefined {
  const { initiatedEventId } = child;
  const initiated = child.initiated?.startChildWorkflowExecutionInitiatedEventAttributes;
  if (initiated == null) return undefined;
  return {
    kind: "startChild",
    initiatedEventId,
    input: {
      namespace: child.namespace,
      namespaceId: child.namespaceId,
      origin: "child",
      parent: {
        namespace: state.namespace,
        namespaceId: state.namespaceId,
        workflowId: state.workflowId,
        runId: state.runId,
        initiatedEventId,
        initiatedVersion: state.version,
      },
      root: { workflowId: state.rootWorkflowId, runId: state.rootRunId },
      request: {
        namespace: child.namespace,
        workflowId: child.workflowId,
        workflowType: initiated.workflowType ?? null,
        taskQueue: initiated.taskQueue ?? null,
        input: initiated.input ?? null,
        workflowExecutionTimeout: initiated.workflowExecutionTimeout ?? null,
        workflowRunTimeout: initiated.workflowRunTimeout ?? null,
        workflowTaskTimeout: initiated.workflowTaskTimeout ?? null,
        requestId: child.requestId,
        workflowIdReusePolicy: initiated.workflowIdReusePolicy ?? 0,
        retryPolicy: initiated.retryPolicy ?? null,
        cronSchedule: initiated.cronSchedule ?? "",
        memo: initiated.memo ?? null,
        searchAttributes: initiated.searchAttributes ?? null,
        header: initiated.header ?? null,
        userMetadata: child.initiated?.userMetadata ?? null,
        priority: mergedPriority(state.priority, initiated.priority) ?? null,
        versioningOverride: initiated.versioningOverride ?? null,
      },
    },
  };
}
