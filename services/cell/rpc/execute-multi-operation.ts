// ExecuteMultiOperation: update-with-start. The update goes to the run there is when that knows the update or the start
// may use it; else a run is started, and the admission of the update follows without a pause.
import { temporal } from "#contracts";
import { CloudError, toCloudError } from "#shared/errors";
import type { UnaryCall } from "#shared/grpc";
import type { Engine } from "../engine.ts";
import type { LiveExecution } from "../executions/live-execution.ts";
import { startAfter, type StartedRun } from "../executions/start-run.ts";
import type { Namespace } from "../namespaces/namespace.ts";
import {
  ClosedBeforeUpdate,
  UpdateInterrupted,
  updateStatusOf,
  type UpdateStatus,
} from "../workflow/index.ts";
import { multiOperationError } from "./multi-operation-error.ts";
import { checkedMultiOperation, type MultiOperation } from "./multi-operation-request.ts";
import { rpc } from "./operation.ts";
import { linkToStart, startResponse } from "./start-workflow-execution.ts";
import { stageMessage, waitForStage } from "./update-stage.ts";
import { admitAndWait, untilDecided, type UpdateResponse } from "./update-workflow-execution.ts";

type Request = temporal.api.workflowservice.v1.IExecuteMultiOperationRequest;
type Response = temporal.api.workflowservice.v1.IExecuteMultiOperationResponse;
type StartResponse = temporal.api.workflowservice.v1.IStartWorkflowExecutionResponse;

const { WorkflowIdConflictPolicy } = temporal.api.enums.v1;

interface Asked extends MultiOperation {
  namespace: Namespace;
  call: UnaryCall;
}

export const executeMultiOperation = rpc<Request, Response>(
  "ExecuteMultiOperation",
  async (engine, request, call) => {
    const namespace = engine.namespaces.named(request.namespace);
    const asked = { ...checkedMultiOperation(engine, namespace, request), namespace, call };
    const attempt = (): Promise<Response> => untilDecided(call, () => updateWithStart(engine, asked));
    try {
      // The run there was closed before it saw the update: now a run can be started for it, once.
      return await attempt().catch((error: unknown) => {
        if (error instanceof ClosedBeforeUpdate) return attempt();
        throw error;
      });
    } catch (error) {
      throw failureOf(error);
    }
  },
);

/** Errors: those of a whole update-with-start; ClosedBeforeUpdate and UpdateInterrupted when it may be tried again. */
async function updateWithStart(engine: Engine, asked: Asked): Promise<Response> {
  const { namespace, update } = asked;
  const lookup = { namespaceId: namespace.id, workflowId: update.workflowId, runId: "" };
  return await engine.executions.use(lookup, (current) => updateOrStart(engine, current, asked));
}

/** Does not pause before the start, so two of them cannot both make the first run. */
async function updateOrStart(
  engine: Engine,
  current: LiveExecution | undefined,
  asked: Asked,
): Promise<Response> {
  const { namespace, start, update, call } = asked;
  const known = current === undefined ? undefined : updateStatusOf(current.state, update.updateId);
  if (current !== undefined && known?.stage === "completed" && known.outcomeEventId !== 0) {
    return knownOutcome(engine, current, { status: known, call });
  }
  if (current !== undefined && !current.isClosed && mayUse(current, asked, known)) {
    return updateRunning(engine, current, asked);
  }
  const started = startFor(engine, namespace, { current, input: start });
  let updated: UpdateResponse;
  try {
    updated = await admitAndWait(engine, started.execution, { update, call });
  } catch (error) {
    if (error instanceof UpdateInterrupted) throw error;
    throw multiOperationError("done", toCloudError(error));
  }
  return answer(startResponse(namespace, start.request, started), updated);
}

function mayUse({ state }: LiveExecution, { start }: Asked, known: UpdateStatus | undefined): boolean {
  const { requestId, workflowIdConflictPolicy: policy } = start.request;
  if (known !== undefined || state.startRequestId === requestId) return true;
  return policy === WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_USE_EXISTING;
}

async function knownOutcome(
  engine: Engine,
  current: LiveExecution,
  { status, call }: { status: UpdateStatus; call: UnaryCall },
): Promise<Response> {
  await current.settled();
  const reached = await waitForStage(engine, current, { status, wanted: "completed", call });
  const { runId, status: runStatus } = current.state;
  return answer({ runId, status: runStatus }, stageMessage(current, status.updateId, reached));
}

async function updateRunning(engine: Engine, current: LiveExecution, asked: Asked): Promise<Response> {
  const { namespace, update, call } = asked;
  const { runId, status } = current.state;
  let updated: UpdateResponse;
  try {
    updated = await admitAndWait(engine, current, { update, call });
  } catch (error) {
    if (error instanceof ClosedBeforeUpdate || error instanceof UpdateInterrupted) throw error;
    throw multiOperationError("aborted", toCloudError(error));
  }
  return answer({ runId, status, link: linkToStart(namespace, current, "") }, updated);
}

/** Errors: that the start failed. */
function startFor(engine: Engine, namespace: Namespace, start: Parameters<typeof startAfter>[2]): StartedRun {
  let started: StartedRun;
  try {
    started = startAfter(engine, namespace, start);
  } catch (error) {
    throw multiOperationError(toCloudError(error), "aborted");
  }
  if (started.isStarted && !started.isRepeated) return started;
  // A closed run was started by this very request: there is nothing to update any more.
  const message = "Workflow was not started: the request started a run before that is closed now.";
  throw multiOperationError(new CloudError("UNAVAILABLE", message), "aborted");
}

function answer(startWorkflow: StartResponse, updateWorkflow: UpdateResponse): Response {
  return { responses: [{ startWorkflow }, { updateWorkflow }] };
}

function failureOf(error: unknown): unknown {
  if (error instanceof ClosedBeforeUpdate) {
    return multiOperationError("aborted", new CloudError("ABORTED", error.publicMessage));
  }
  return error instanceof UpdateInterrupted ? multiOperationError("aborted", error) : error;
}
