// RequestCancel-, Terminate- and DeleteActivityExecution.
import type { temporal } from "#contracts";
import { checkedAsker, findActivityExecution } from "./activity-ids.ts";
import { deleteStandalone } from "./delete-standalone.ts";
import { rpc } from "./operation.ts";

type CancelRequest = temporal.api.workflowservice.v1.IRequestCancelActivityExecutionRequest;
type TerminateRequest = temporal.api.workflowservice.v1.ITerminateActivityExecutionRequest;
type DeleteRequest = temporal.api.workflowservice.v1.IDeleteActivityExecutionRequest;

export const requestCancelActivityExecution = rpc<CancelRequest, object>(
  "RequestCancelActivityExecution",
  async (engine, request) => {
    const asker = checkedAsker(engine, request);
    const execution = await findActivityExecution(engine, request);
    await engine.activities.commit(execution, { kind: "requestCancel", ...asker });
    return {};
  },
);

export const terminateActivityExecution = rpc<TerminateRequest, object>(
  "TerminateActivityExecution",
  async (engine, request) => {
    const asker = checkedAsker(engine, request);
    const execution = await findActivityExecution(engine, request);
    await engine.activities.commit(execution, { kind: "terminate", ...asker });
    return {};
  },
);

export const deleteActivityExecution = rpc<DeleteRequest, object>(
  "DeleteActivityExecution",
  async (engine, request) => {
    const execution = await findActivityExecution(engine, request);
    await deleteStandalone(engine, engine.activities, { execution, reason: "Delete activity execution" });
    return {};
  },
);
