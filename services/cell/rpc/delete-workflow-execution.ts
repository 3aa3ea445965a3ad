// DeleteWorkflowExecution: a running one is terminated first; then everything stored of the run goes.
import type { temporal } from "#contracts";
import { deleteExecution } from "../executions/delete-execution.ts";
import { findExecution } from "./lookup.ts";
import { rpc } from "./operation.ts";

type Request = temporal.api.workflowservice.v1.IDeleteWorkflowExecutionRequest;

export const deleteWorkflowExecution = rpc<Request, object>(
  "DeleteWorkflowExecution",
  async (engine, request) => {
    const namespace = engine.namespaces.named(request.namespace);
    const execution = await findExecution(engine, namespace, request.workflowExecution);
    await deleteExecution(engine, execution);
    return {};
  },
);
