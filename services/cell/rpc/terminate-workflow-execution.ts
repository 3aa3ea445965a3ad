// TerminateWorkflowExecution.
import type { temporal } from "#contracts";
import { commit } from "../executions/transact.ts";
import { findInChain } from "./find-in-chain.ts";
import { rpc } from "./operation.ts";

type Request = temporal.api.workflowservice.v1.ITerminateWorkflowExecutionRequest;
type Response = temporal.api.workflowservice.v1.ITerminateWorkflowExecutionResponse;

export const terminateWorkflowExecution = rpc<Request, Response>(
  "TerminateWorkflowExecution",
  async (engine, request) => {
    const namespace = engine.namespaces.named(request.namespace);
    const execution = await findInChain(engine, namespace, request);
    await commit(engine, execution, {
      kind: "terminate",
      // Temporal's words for callers that give none, such as bare HTTP requests.
      reason: request.reason || "terminated by user via frontend",
      details: request.details,
      identity: request.identity || "frontend-service",
      links: request.links,
    });
    return {};
  },
);
