// Methods that a consensus policy can guard: under which word, and what of their request an approval is bound to. Pure.
import { codecOf, temporal } from "#contracts";

const SERVICE = "temporal.api.workflowservice.v1";
const { WorkflowIdReusePolicy, WorkflowIdConflictPolicy } = temporal.api.enums.v1;

/** What an approval names beside the method. */
export interface Target {
  workflowId: string;
  visibilityQuery: string;
}

interface GuardedMethod {
  /** A word of the directory's guarded_operations. */
  operation: string;
  /** Undefined when this request does nothing that is guarded. */
  targetOf(message: Uint8Array): Target | undefined;
}

interface Start {
  workflowId?: string | null;
  workflowIdReusePolicy?: number | null;
  workflowIdConflictPolicy?: number | null;
}

const onWorkflow = (workflowId: string | null | undefined): Target => ({
  workflowId: workflowId ?? "",
  visibilityQuery: "",
});

function byExecution(method: string, operation: string): GuardedMethod {
  const codec = codecOf<{ workflowExecution?: { workflowId?: string | null } | null }>(
    `${SERVICE}.${method}Request`,
  );
  return {
    operation,
    targetOf: (message) => onWorkflow(codec.decode(message).workflowExecution?.workflowId),
  };
}

function byActivity(method: string, operation: string): GuardedMethod {
  const codec = codecOf<{ activityId?: string | null }>(`${SERVICE}.${method}Request`);
  return { operation, targetOf: (message) => onWorkflow(codec.decode(message).activityId) };
}

/** A start terminates what runs under its id when it says so. */
function byStart<Request>(method: string, startOf: (request: Request) => Start | undefined): GuardedMethod {
  const codec = codecOf<Request>(`${SERVICE}.${method}Request`);
  return {
    operation: "terminate",
    targetOf: (message) => {
      const start = startOf(codec.decode(message));
      const terminates =
        start?.workflowIdReusePolicy ===
          WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_TERMINATE_IF_RUNNING ||
        start?.workflowIdConflictPolicy ===
          WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_TERMINATE_EXISTING;
      return terminates ? onWorkflow(start.workflowId) : undefined;
    },
  };
}

interface Batch {
  visibilityQuery?: string | null;
  executions?: unknown[] | null;
}

function byQuery(method: string): GuardedMethod {
  const codec = codecOf<Batch>(`${SERVICE}.${method}Request`);
  return {
    operation: "batch",
    targetOf: (message) => {
      const { visibilityQuery, executions } = codec.decode(message);
      // A batch that lists its executions is bound to no query, so no approval fits it.
      const isListed = (executions ?? []).length > 0;
      return { workflowId: "", visibilityQuery: isListed ? "" : (visibilityQuery ?? "") };
    },
  };
}

type Multi = temporal.api.workflowservice.v1.IExecuteMultiOperationRequest;

export const GUARDED_METHODS: ReadonlyMap<string, GuardedMethod> = new Map([
  ["TerminateWorkflowExecution", byExecution("TerminateWorkflowExecution", "terminate")],
  ["StartWorkflowExecution", byStart<Start>("StartWorkflowExecution", (start) => start)],
  ["SignalWithStartWorkflowExecution", byStart<Start>("SignalWithStartWorkflowExecution", (start) => start)],
  [
    "ExecuteMultiOperation",
    byStart<Multi>(
      "ExecuteMultiOperation",
      ({ operations }) =>
        (operations ?? []).find(({ startWorkflow }) => startWorkflow != null)?.startWorkflow ?? undefined,
    ),
  ],
  ["TerminateActivityExecution", byActivity("TerminateActivityExecution", "terminate")],
  ["ResetWorkflowExecution", byExecution("ResetWorkflowExecution", "reset")],
  ["DeleteWorkflowExecution", byExecution("DeleteWorkflowExecution", "delete_workflow")],
  ["DeleteActivityExecution", byActivity("DeleteActivityExecution", "delete_workflow")],
  ["StartBatchOperation", byQuery("StartBatchOperation")],
]);
