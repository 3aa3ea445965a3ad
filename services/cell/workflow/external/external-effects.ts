// Signals and cancel requests to other workflows as effects, made from what the initiated events say.
import type { CancelExternal, SignalExternal, Target } from "../effect.ts";
import type { ExecutionState, ExternalCancel, ExternalSignal } from "../state.ts";

interface Addressed {
  workflowExecution?: { workflowId?: string | null; runId?: string | null } | null;
  childWorkflowOnly?: boolean | null;
}

/** Undefined while the initiated event is not in memory. */
export function signalExternalEffect(
  state: ExecutionState,
  pending: ExternalSignal,
): SignalExternal | undefined {
  const { initiated, initiatedEventId, requestId } = pending;
  if (initiated === undefined) return undefined;
  return {
    kind: "signalExternal",
    initiatedEventId,
    target: targetOf(state, initiated),
    signal: {
      signalName: initiated.signalName ?? "",
      input: initiated.input,
      header: initiated.header,
      identity: "history-service",
      requestId,
      links: null,
      externalWorkflowExecution: { workflowId: state.workflowId, runId: state.runId },
    },
  };
}

export function cancelExternalEffect(
  state: ExecutionState,
  pending: ExternalCancel,
): CancelExternal | undefined {
  const { initiated, initiatedEventId, requestId } = pending;
  if (initiated === undefined) return undefined;
  return {
    kind: "cancelExternal",
    initiatedEventId,
    target: targetOf(state, initiated),
    requestId,
    reason: initiated.reason ?? "",
    sender: { workflowId: state.workflowId, runId: state.runId },
  };
}

function targetOf(state: ExecutionState, initiated: Addressed): Target {
  return {
    namespace: state.namespace,
    namespaceId: state.namespaceId,
    workflowId: initiated.workflowExecution?.workflowId ?? "",
    runId: initiated.workflowExecution?.runId ?? "",
    childWorkflowOnly: initiated.childWorkflowOnly ?? false,
  };
}
