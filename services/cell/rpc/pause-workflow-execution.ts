// PauseWorkflowExecution and UnpauseWorkflowExecution.
import type { temporal } from "#contracts";
import type { Engine } from "../engine.ts";
import { commit } from "../executions/transact.ts";
import { findExecution, invalid } from "./lookup.ts";
import { rpc } from "./operation.ts";

type PauseRequest = temporal.api.workflowservice.v1.IPauseWorkflowExecutionRequest;
type UnpauseRequest = temporal.api.workflowservice.v1.IUnpauseWorkflowExecutionRequest;

export const pauseWorkflowExecution = rpc<PauseRequest, object>(
  "PauseWorkflowExecution",
  async (engine, request) => {
    const { execution, asker } = await named(engine, request);
    await commit(engine, execution, { kind: "pauseWorkflow", ...asker });
    return {};
  },
);

export const unpauseWorkflowExecution = rpc<UnpauseRequest, object>(
  "UnpauseWorkflowExecution",
  async (engine, request) => {
    const { execution, asker } = await named(engine, request);
    await commit(engine, execution, { kind: "unpauseWorkflow", ...asker });
    return {};
  },
);

async function named(engine: Engine, request: PauseRequest | UnpauseRequest) {
  const namespace = engine.namespaces.named(request.namespace);
  const asker = {
    reason: checkedLength(engine, "reason", request.reason),
    requestId: checkedLength(engine, "request id", request.requestId),
    identity: checkedLength(engine, "identity", request.identity),
  };
  return { execution: await findExecution(engine, namespace, request), asker };
}

function checkedLength(engine: Engine, name: string, text: string | null | undefined): string {
  if (Buffer.byteLength(text ?? "") > engine.limits.idBytesMax) throw invalid(`${name} is too long.`);
  return text ?? "";
}
