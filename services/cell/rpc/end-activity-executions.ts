// RequestCancel-, Terminate- and DeleteActivityExecution.
import type { temporal } from "#contracts";
import { checkedAsker, findActivityExecution } from "./activity-ids.ts";
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

/** An open one is terminated first; then everything stored of the run goes. */
export const deleteActivityExecution = rpc<DeleteRequest, object>(
  "DeleteActivityExecution",
  async (engine, request) => {
    const execution = await findActivityExecution(engine, request);
    if (!execution.isClosed) {
      await engine.activities.commit(execution, {
        kind: "terminate",
        reason: "Delete activity execution",
        identity: "",
        requestId: engine.ids.uuid(),
      });
    }
    await execution.settled();
    const { state, sizeBytes } = execution;
    await engine.activities.executions.delete([{ ...state, sizeBytes }]);
    return {};
  },
);
