// RequestCancelWorkflowExecution.
import type { temporal } from "#contracts";
import { commit } from "../executions/transact.ts";
import { findInChain } from "./find-in-chain.ts";
import { rpc } from "./operation.ts";

type Request = temporal.api.workflowservice.v1.IRequestCancelWorkflowExecutionRequest;
type Response = temporal.api.workflowservice.v1.IRequestCancelWorkflowExecutionResponse;

export const requestCancelWorkflowExecution = rpc<Request, Response>(
  "RequestCancelWorkflowExecution",
  async (engine, request) => {
    const namespace = engine.namespaces.named(request.namespace);
    const execution = await findInChain(engine, namespace, request);
    await commit(engine, execution, {
      kind: "requestCancel",
      cause: request.reason ?? "",
      identity: request.identity ?? "",
      requestId: request.requestId ?? "",
      links: request.links,
    });
    return {};
  },
);
