// What Temporal's server has off unless it is told otherwise: rules for workflows, skipping of time. This cell answers as
// that server does.
import { CloudError } from "#shared/errors";
import { rpc } from "./operation.ts";

interface Request {
  namespace?: string | null;
}

const RULES = [
  "CreateWorkflowRule",
  "DescribeWorkflowRule",
  "DeleteWorkflowRule",
  "ListWorkflowRules",
  "TriggerWorkflowRule",
];

export const workflowRules = RULES.map((method) =>
  rpc<Request, never>(method, () => {
    throw new CloudError("UNIMPLEMENTED", `method ${method} not supported`);
  }),
);

export const pollWorkflowExecutionTimeSkipping = rpc<Request, never>(
  "PollWorkflowExecutionTimeSkipping",
  (engine, request) => {
    engine.namespaces.named(request.namespace);
    throw new CloudError("UNIMPLEMENTED", "The Time-Skipping feature is not enabled for namespace.");
  },
);
