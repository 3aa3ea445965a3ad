// Calls on running workflows that a policy can protect, by the method's name. The gateway has the same words in its own
// table; these are for asking.
import type { Guardable } from "./policy.ts";

export interface GuardedCall {
  operation: Guardable;
  /** A batch is bound to its query, everything else to one workflow. */
  by: "workflow" | "query";
}

export const GUARDED_CALLS: Readonly<Record<string, GuardedCall>> = {
  TerminateWorkflowExecution: { operation: "terminate", by: "workflow" },
  // With a conflict policy that terminates what runs.
  StartWorkflowExecution: { operation: "terminate", by: "workflow" },
  SignalWithStartWorkflowExecution: { operation: "terminate", by: "workflow" },
  ExecuteMultiOperation: { operation: "terminate", by: "workflow" },
  TerminateActivityExecution: { operation: "terminate", by: "workflow" },
  ResetWorkflowExecution: { operation: "reset", by: "workflow" },
  DeleteWorkflowExecution: { operation: "delete_workflow", by: "workflow" },
  DeleteActivityExecution: { operation: "delete_workflow", by: "workflow" },
  StartBatchOperation: { operation: "batch", by: "query" },
};

export const GATEWAY_OPERATIONS: readonly Guardable[] = ["terminate", "reset", "delete_workflow", "batch"];
