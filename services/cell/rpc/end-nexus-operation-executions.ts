// RequestCancel-, Terminate- and DeleteNexusOperationExecution.
import type { temporal } from "#contracts";
import { deleteStandalone } from "./delete-standalone.ts";
import { askedOperation, namedOperation } from "./named-operation.ts";
import { rpc } from "./operation.ts";

type CancelRequest = temporal.api.workflowservice.v1.IRequestCancelNexusOperationExecutionRequest;
type TerminateRequest = temporal.api.workflowservice.v1.ITerminateNexusOperationExecutionRequest;
type DeleteRequest = temporal.api.workflowservice.v1.IDeleteNexusOperationExecutionRequest;

export const requestCancelNexusOperationExecution = rpc<CancelRequest, object>(
  "RequestCancelNexusOperationExecution",
  async (engine, request) => {
    const { execution, asked } = await askedOperation(engine, request);
    await engine.operations.commit(execution, { kind: "requestCancel", ...asked });
    return {};
  },
);

export const terminateNexusOperationExecution = rpc<TerminateRequest, object>(
  "TerminateNexusOperationExecution",
  async (engine, request) => {
    const { execution, asked } = await askedOperation(engine, request);
    await engine.operations.commit(execution, { kind: "terminate", ...asked });
    return {};
  },
);

export const deleteNexusOperationExecution = rpc<DeleteRequest, object>(
  "DeleteNexusOperationExecution",
  async (engine, request) => {
    const execution = await namedOperation(engine, request);
    await deleteStandalone(engine, engine.operations, {
      execution,
      reason: "Delete nexus operation execution",
    });
    return {};
  },
);
