// DescribeWorkflowExecution.
import type { temporal } from "#contracts";
import { describeExecution } from "../workflow/index.ts";
import { findExecution } from "./lookup.ts";
import { rpc } from "./operation.ts";

type Request = temporal.api.workflowservice.v1.IDescribeWorkflowExecutionRequest;
type Response = temporal.api.workflowservice.v1.IDescribeWorkflowExecutionResponse;

export const describeWorkflowExecution = rpc<Request, Response>(
  "DescribeWorkflowExecution",
  async (engine, request) => {
    const namespace = engine.namespaces.named(request.namespace);
    const execution = await findExecution(engine, namespace, request.execution);
    const description = describeExecution(execution.state, engine.clock.now());
    await execution.settled();
    return description;
  },
);
