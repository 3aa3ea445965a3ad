// ExecuteMultiOperation: update-with-start. The start and the admission of the update happen without a pause between.
import { codecOf, type temporal } from "#contracts";
import { CloudError, toCloudError } from "#shared/errors";
import { startRun, type StartedRun } from "../executions/start-run.ts";
import { invalid } from "./lookup.ts";
import { rpc } from "./operation.ts";
import { startInput, startResponse } from "./start-workflow-execution.ts";
import { admitAndWait, type UpdateResponse } from "./update-workflow-execution.ts";

type Request = temporal.api.workflowservice.v1.IExecuteMultiOperationRequest;
type StartRequest = temporal.api.workflowservice.v1.IStartWorkflowExecutionRequest;
type UpdateRequest = temporal.api.workflowservice.v1.IUpdateWorkflowExecutionRequest;
type Response = temporal.api.workflowservice.v1.IExecuteMultiOperationResponse;

const failureCodec = codecOf<temporal.api.errordetails.v1.IMultiOperationExecutionFailure>(
  "temporal.api.errordetails.v1.MultiOperationExecutionFailure",
);
const abortedCodec = codecOf<object>("temporal.api.failure.v1.MultiOperationExecutionAborted");
const anyTypeUrl = (typeName: string): string => `type.googleapis.com/${typeName}`;

export const executeMultiOperation = rpc<Request, Response>(
  "ExecuteMultiOperation",
  async (engine, request, call) => {
    const namespace = engine.namespaces.named(request.namespace);
    const [first, second] = request.operations ?? [];
    const start = first?.startWorkflow;
    const update = second?.updateWorkflow;
    if (request.operations?.length !== 2 || start == null || update == null) {
      throw invalid("Operations have to be exactly [Start, Update].");
    }
    checkOperations(request, start, update);
    let started: StartedRun;
    try {
      const input = startInput(engine, namespace, { ...start, namespace: namespace.name }, "multiOperation");
      delete input.eagerWorker;
      started = await startRun(engine, namespace, input);
    } catch (error) {
      throw multiFailure(toCloudError(error), "start");
    }
    let updated: UpdateResponse;
    try {
      updated = await admitAndWait(engine, started.execution, { request: update, call });
    } catch (error) {
      throw multiFailure(toCloudError(error), "update");
    }
    return {
      responses: [{ startWorkflow: startResponse(namespace, start, started) }, { updateWorkflow: updated }],
    };
  },
);

/** Both must act where the request says: who may call was decided by the namespace of the request. */
function checkOperations(request: Request, start: StartRequest, update: UpdateRequest): void {
  const isElsewhere = ({ namespace }: { namespace?: string | null }): boolean =>
    namespace != null && namespace !== "" && namespace !== request.namespace;
  const mismatch = invalid("Operation namespace did not match request's namespace.");
  if (isElsewhere(start)) throw multiFailure(mismatch, "start");
  if (isElsewhere(update)) throw multiFailure(mismatch, "update");
  const target = update.workflowExecution;
  if ((target?.workflowId ?? "") !== "" && target?.workflowId !== start.workflowId) {
    throw multiFailure(invalid("WorkflowId is not consistent with previous operation(s)."), "update");
  }
  if ((target?.runId ?? "") !== "") throw multiFailure(invalid("RunId is not allowed."), "update");
}

/** The status of each operation: the one that failed, and the other as aborted by it. */
function multiFailure(error: CloudError, failed: "start" | "update"): CloudError {
  const status = {
    code: error.grpcStatus,
    message: error.publicMessage,
    details: error.details.map(({ typeName, value }) => ({ type_url: anyTypeUrl(typeName), value })),
  };
  const aborted = {
    code: 10,
    message: "Operation was aborted.",
    details: [{ type_url: anyTypeUrl(abortedCodec.typeName), value: abortedCodec.encode({}) }],
  };
  const statuses = failed === "start" ? [status, aborted] : [aborted, status];
  return new CloudError(error.code, `MultiOperation could not be executed: ${error.publicMessage}`, {
    cause: error,
    details: [{ typeName: failureCodec.typeName, value: failureCodec.encode({ statuses }) }],
  });
}
