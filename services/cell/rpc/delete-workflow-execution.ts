// DeleteWorkflowExecution: a running one is terminated first; then everything stored of the run goes.
import type { temporal } from "#contracts";
import { deleteRuns } from "../executions/delete-runs.ts";
import { commit } from "../executions/transact.ts";
import { findExecution } from "./lookup.ts";
import { rpc } from "./operation.ts";

type Request = temporal.api.workflowservice.v1.IDeleteWorkflowExecutionRequest;

export const deleteWorkflowExecution = rpc<Request, object>(
  "DeleteWorkflowExecution",
  async (engine, request) => {
    const namespace = engine.namespaces.named(request.namespace);
    const execution = await findExecution(engine, namespace, request.workflowExecution);
    if (!execution.isClosed) {
      await commit(engine, execution, {
        kind: "terminate",
        reason: "Delete workflow execution",
        details: undefined,
        identity: "history-service",
        links: undefined,
      });
    }
    await execution.settled();
    const { namespaceId, workflowId, runId } = execution.state;
    const { historyBytes } = execution;
    await deleteRuns(engine, [{ namespaceId, workflowId, runId, historyBytes, storageClass: "retained" }]);
    return {};
  },
);
