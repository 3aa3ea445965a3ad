// StartNexusOperationExecution: a Nexus operation without a workflow.
import type { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import { checkOperationStart } from "../operation/index.ts";
import { validateSearchAttributes } from "../visibility/index.ts";
import { checkText } from "./lookup.ts";
import { rpc } from "./operation.ts";

type Request = temporal.api.workflowservice.v1.IStartNexusOperationExecutionRequest;
type Response = temporal.api.workflowservice.v1.IStartNexusOperationExecutionResponse;

export const startNexusOperationExecution = rpc<Request, Response>(
  "StartNexusOperationExecution",
  async (engine, request) => {
    const namespace = engine.namespaces.named(request.namespace);
    const requestId = request.requestId || engine.ids.uuid();
    const checked = checkOperationStart({ ...request, requestId }, engine.limits);
    for (const field of ["operationId", "endpoint", "service", "operation"] as const)
      checkText(checked[field] ?? "", field);
    const attributes = validateSearchAttributes(request.searchAttributes, namespace);
    const name = checked.endpoint ?? "";
    const endpoint = engine.nexus.endpoints.seenBy(namespace.name, name);
    if (endpoint === undefined)
      throw new CloudError("NOT_FOUND", `could not find Nexus endpoint by name: ${name}`);
    if (!engine.nexus.callers.mayCall(endpoint, namespace.id))
      throw new CloudError("PERMISSION_DENIED", `The namespace may not call the Nexus endpoint ${name}.`);
    const { execution, isStarted } = await engine.operations.start(
      namespace,
      { ...checked, searchAttributes: attributes ?? null },
      endpoint.endpointId,
    );
    await execution.settled();
    return { runId: execution.state.runId, started: isStarted };
  },
);
