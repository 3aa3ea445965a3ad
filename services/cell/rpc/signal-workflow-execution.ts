// SignalWorkflowExecution.
import type { temporal } from "#contracts";
import { decideContext } from "../engine.ts";
import { commit } from "../executions/transact.ts";
import { checkLinks } from "../workflow/index.ts";
import { checkText, findExecution, invalid } from "./lookup.ts";
import { rpc } from "./operation.ts";

type Request = temporal.api.workflowservice.v1.ISignalWorkflowExecutionRequest;
type Response = temporal.api.workflowservice.v1.ISignalWorkflowExecutionResponse;

export const signalWorkflowExecution = rpc<Request, Response>(
  "SignalWorkflowExecution",
  async (engine, request) => {
    const namespace = engine.namespaces.named(request.namespace);
    if ((request.signalName ?? "") === "") throw invalid("SignalName is not set on request.");
    checkText(request.signalName ?? "", "signal name");
    checkLinks(request.links ?? [], decideContext(engine).limits);
    const execution = await findExecution(engine, namespace, request.workflowExecution);
    await commit(engine, execution, {
      kind: "signal",
      origin: "client",
      signal: {
        signalName: request.signalName ?? "",
        input: request.input,
        header: request.header,
        identity: request.identity ?? "",
        requestId: request.requestId ?? "",
        links: request.links,
      },
    });
    return {};
  },
);
