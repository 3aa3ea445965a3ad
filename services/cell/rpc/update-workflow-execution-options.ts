// UpdateWorkflowExecutionOptions.
import type { temporal } from "#contracts";
import { changeOptions } from "../executions/change-options.ts";
import { checkOptionPaths } from "../workflow/index.ts";
import { findExecution, invalid } from "./lookup.ts";
import { rpc } from "./operation.ts";

type Request = temporal.api.workflowservice.v1.IUpdateWorkflowExecutionOptionsRequest;
type Response = temporal.api.workflowservice.v1.IUpdateWorkflowExecutionOptionsResponse;

export const updateWorkflowExecutionOptions = rpc<Request, Response>(
  "UpdateWorkflowExecutionOptions",
  async (engine, request) => {
    const namespace = engine.namespaces.named(request.namespace);
    if ((request.workflowExecution?.workflowId ?? "") === "")
      throw invalid("WorkflowId is not set on request.");
    if (request.updateMask == null) throw invalid("UpdateMask is required");
    const options = request.workflowExecutionOptions;
    if (options == null) throw invalid("WorkflowExecutionOptions is required");
    const paths = request.updateMask.paths ?? [];
    checkOptionPaths(paths);
    const execution = await findExecution(engine, namespace, request.workflowExecution);
    const change = { options, paths, identity: request.identity ?? "" };
    const { options: workflowExecutionOptions } = await changeOptions(engine, execution, change);
    return { workflowExecutionOptions };
  },
);
