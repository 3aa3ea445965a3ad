// What is owed after the close, as effects. Needs the closing event in memory for those that tell of it.
import { temporal } from "#contracts";
import type { Effect } from "../effect.ts";
import type { Aftermath, ExecutionState } from "../state.ts";

const { PARENT_CLOSE_POLICY_REQUEST_CANCEL } = temporal.api.enums.v1.ParentClosePolicy;

export function aftermathEffect(state: ExecutionState, owed: Aftermath): Effect | undefined {
  switch (owed.kind) {
    case "parentClosePolicy":
      return closePolicyEffect(state, owed);
    case "notifyParent":
      return notifyParentEffect(state, owed.effectId);
  }
}

function closePolicyEffect(
  state: ExecutionState,
  owed: Extract<Aftermath, { kind: "parentClosePolicy" }>,
): Effect {
  const isCancel = owed.policy === PARENT_CLOSE_POLICY_REQUEST_CANCEL;
  return {
    kind: "applyParentClosePolicy",
    effectId: owed.effectId,
    action: isCancel ? "requestCancel" : "terminate",
    // Temporal tells the child of the closed parent, but not of the event that made it.
    initiatedEventId: isCancel ? 0 : owed.initiatedEventId,
    target: {
      namespace: owed.namespace,
      namespaceId: owed.namespaceId,
      workflowId: owed.workflowId,
      runId: owed.runId,
      childWorkflowOnly: true,
    },
    reason: isCancel ? "" : "by parent close policy",
    identity: "history-service",
    requestId: `${state.runId}:close:${owed.effectId}`,
    sender: { workflowId: state.workflowId, runId: state.runId },
  };
}

function notifyParentEffect(state: ExecutionState, effectId: number): Effect | undefined {
  const { parent, closeEvent } = state;
  if (parent === undefined || closeEvent === undefined) return undefined;
  return {
    kind: "notifyParent",
    effectId,
    parent: {
      namespace: parent.namespace,
      namespaceId: parent.namespaceId,
      workflowId: parent.workflowId,
      runId: parent.runId,
      childWorkflowOnly: false,
    },
    parentInitiatedEventId: parent.initiatedEventId,
    childWorkflowId: state.workflowId,
    childRunId: state.runId,
    closeEvent,
  };
}
