// What Temporal's server has off unless it is told otherwise: rules for workflows, skipping of time. This cell answers as
// that server does.
import type { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import { checkedIds, invalid } from "./lookup.ts";
import { rpc } from "./operation.ts";

interface Request {
  namespace?: string | null;
}

interface ExecutionRequest extends Request {
  workflowExecution?: temporal.api.common.v1.IWorkflowExecution | null;
}

const RULES = [
  "CreateWorkflowRule",
  "DescribeWorkflowRule",
  "DeleteWorkflowRule",
  "ListWorkflowRules",
  "TriggerWorkflowRule",
];

export const workflowRules = RULES.map((method) =>
  rpc<Request, never>(method, (_engine, { namespace }) => {
    if ((namespace ?? "") === "") throw invalid("Namespace is empty.");
    throw new CloudError("UNIMPLEMENTED", `method ${method} not supported`);
  }),
);

export const pollWorkflowExecutionTimeSkipping = rpc<ExecutionRequest, never>(
  "PollWorkflowExecutionTimeSkipping",
  (engine, request) => {
    engine.namespaces.named(request.namespace);
    checkedIds(request.workflowExecution);
    throw new CloudError("UNIMPLEMENTED", "The Time-Skipping feature is not enabled for namespace.");
  },
);
