// What an update-with-start asks for: a start and an update of the same workflow, each checked by itself, so that the
// caller learns what is wrong with both.
import { CloudError, toCloudError } from "#shared/errors";
import type { temporal } from "#contracts";
import type { Engine } from "../engine.ts";
import type { Namespace } from "../namespaces/namespace.ts";
import type { StartInput } from "../workflow/index.ts";
import { invalid } from "./lookup.ts";
import { multiOperationError } from "./multi-operation-error.ts";
import { startInput } from "./start-workflow-execution.ts";
import { checkedUpdate, type CheckedUpdate, type UpdateRequest } from "./update-request.ts";

type Request = temporal.api.workflowservice.v1.IExecuteMultiOperationRequest;
type StartRequest = temporal.api.workflowservice.v1.IStartWorkflowExecutionRequest;
type Duration = { seconds?: unknown; nanos?: number | null } | null | undefined;

export interface MultiOperation {
  start: StartInput;
  update: CheckedUpdate;
}

/** Errors: INVALID_ARGUMENT, PERMISSION_DENIED; with the status of each operation when both are there. */
export function checkedMultiOperation(
  engine: Engine,
  namespace: Namespace,
  request: Request,
): MultiOperation {
  const [first, second] = request.operations ?? [];
  const startRequest = first?.startWorkflow;
  const updateRequest = second?.updateWorkflow;
  if (request.operations?.length !== 2 || startRequest == null || updateRequest == null) {
    throw invalid("Operations have to be exactly [Start, Update].");
  }
  const start = resultOf(() => checkedStartOperation(engine, namespace, startRequest));
  const update = resultOf(() => checkedUpdateOperation(engine, namespace, updateRequest));
  if (start instanceof CloudError || update instanceof CloudError) {
    const failed = (result: unknown): CloudError | "aborted" =>
      result instanceof CloudError ? result : "aborted";
    throw multiOperationError(failed(start), failed(update));
  }
  if (start.request.workflowId !== update.workflowId) {
    const inconsistent = invalid("WorkflowId is not consistent with previous operation(s).");
    throw multiOperationError("aborted", inconsistent);
  }
  return { start, update };
}

function checkedStartOperation(engine: Engine, namespace: Namespace, request: StartRequest): StartInput {
  checkNamespace(namespace, request);
  const input = startInput(engine, namespace, { ...request, namespace: namespace.name }, "multiOperation");
  if ((request.cronSchedule ?? "") !== "") throw invalid("CronSchedule is not allowed.");
  if (request.requestEagerExecution === true) throw invalid("RequestEagerExecution is not supported.");
  if (isPositive(request.workflowStartDelay)) throw invalid("WorkflowStartDelay is not supported.");
  return input;
}

function checkedUpdateOperation(engine: Engine, namespace: Namespace, request: UpdateRequest): CheckedUpdate {
  checkNamespace(namespace, request);
  const update = checkedUpdate(engine, request);
  if (update.firstRunId !== "") throw invalid("FirstExecutionRunId is not allowed.");
  if (update.runId !== "") throw invalid("RunId is not allowed.");
  return update;
}

/** Both must act where the request says: who may call was decided by the namespace of the request. */
function checkNamespace({ name }: Namespace, { namespace }: { namespace?: string | null }): void {
  if (namespace == null || namespace === "" || namespace === name) return;
  throw invalid("Operation namespace did not match request's namespace.");
}

function isPositive(duration: Duration): boolean {
  return Number(duration?.seconds ?? 0) > 0 || (duration?.nanos ?? 0) > 0;
}

function resultOf<Result>(check: () => Result): Result | CloudError {
  try {
    return check();
  } catch (error) {
    return toCloudError(error);
  }
}
