// The start of a child as an effect, made from what the initiated event says.
import { temporal } from "#contracts";
import type { StartChild } from "../effect.ts";
import { mergedPriority } from "../priority.ts";
import type { Child, ExecutionState } from "../state.ts";

const { WorkflowIdReusePolicy } = temporal.api.enums.v1;

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
        workflowIdReusePolicy: knownPolicy(initiated.workflowIdReusePolicy),
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

/** A worker may name a policy that there is not: the child starts by the default then, as on Temporal's server. */
function knownPolicy(
  policy: temporal.api.enums.v1.WorkflowIdReusePolicy | null | undefined,
): temporal.api.enums.v1.WorkflowIdReusePolicy {
  const isKnown = policy != null && WorkflowIdReusePolicy[policy] !== undefined;
  return isKnown ? policy : WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_UNSPECIFIED;
}
