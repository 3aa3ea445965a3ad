// UpdateWorkflowExecution and PollWorkflowExecutionUpdate: admit an update, and wait for the stage the caller wants.
import { codecOf, temporal } from "#contracts";
import type { UnaryCall } from "#shared/grpc";
import type { Engine } from "../engine.ts";
import type { LiveExecution } from "../executions/live-execution.ts";
import { readEvents } from "../executions/read-history.ts";
import { transact } from "../executions/transact.ts";
import { isAtLeast } from "../executions/update-waiters.ts";
import { updateStatusOf, type UpdateStage, type UpdateStatus } from "../workflow/index.ts";
import { findInChain } from "./find-in-chain.ts";
import { findExecution, invalid, notFound } from "./lookup.ts";
import { rpc } from "./operation.ts";
import { pollTimeoutMs, WATCH_MS_MAX, watchSignal } from "./poll-timeout.ts";

type UpdateRequest = temporal.api.workflowservice.v1.IUpdateWorkflowExecutionRequest;
export type UpdateResponse = temporal.api.workflowservice.v1.IUpdateWorkflowExecutionResponse;
type PollRequest = temporal.api.workflowservice.v1.IPollWorkflowExecutionUpdateRequest;
type PollResponse = temporal.api.workflowservice.v1.IPollWorkflowExecutionUpdateResponse;
type Outcome = temporal.api.update.v1.IOutcome;

const { UpdateWorkflowExecutionLifecycleStage: Stage } = temporal.api.enums.v1;

const historyCodec = codecOf<temporal.api.history.v1.IHistory>("temporal.api.history.v1.History");

export const updateWorkflowExecution = rpc<UpdateRequest, UpdateResponse>(
  "UpdateWorkflowExecution",
  async (engine, request, call) => {
    const namespace = engine.namespaces.named(request.namespace);
    const execution = await findInChain(engine, namespace, request);
    return admitAndWait(engine, execution, { request, call });
  },
);

export async function admitAndWait(
  engine: Engine,
  execution: LiveExecution,
  { request, call }: { request: UpdateRequest; call: UnaryCall },
): Promise<UpdateResponse> {
  const wanted = stageOf(request.waitPolicy);
  if (request.request == null) throw invalid("Request is not set on request.");
  // An update without an id gets one, so that its caller can ask for the outcome.
  request.request.meta = {
    ...request.request.meta,
    updateId: request.request.meta?.updateId || engine.ids.uuid(),
  };
  let status: UpdateStatus;
  try {
    status = transact(engine, execution, { kind: "admitUpdate", request: request.request });
  } finally {
    await execution.settled();
  }
  const reached = await waitForStage(engine, execution, { status, wanted, call });
  const { workflowId, runId } = execution.state;
  return {
    updateRef: { workflowExecution: { workflowId, runId }, updateId: status.updateId },
    stage: numberOfStage(reached.stage),
    outcome: reached.outcome ?? null,
  };
}

export const pollWorkflowExecutionUpdate = rpc<PollRequest, PollResponse>(
  "PollWorkflowExecutionUpdate",
  async (engine, request, call) => {
    const namespace = engine.namespaces.named(request.namespace);
    const updateId = request.updateRef?.updateId ?? "";
    if (updateId === "") throw invalid("UpdateId is not set on request.");
    const execution = await findExecution(engine, namespace, request.updateRef?.workflowExecution);
    const status = updateStatusOf(execution.state, updateId);
    await execution.settled();
    if (status === undefined) throw notFound(`update ${JSON.stringify(updateId)} not found`);
    const reached = await waitForStage(engine, execution, {
      status,
      wanted: stageOf(request.waitPolicy),
      call,
    });
    const { workflowId, runId } = execution.state;
    return {
      updateRef: { workflowExecution: { workflowId, runId }, updateId },
      stage: numberOfStage(reached.stage),
      outcome: reached.outcome ?? null,
    };
  },
);

/** The stage when it is reached, or the one there is when the time is over: the caller asks again. */
async function waitForStage(
  engine: Engine,
  execution: LiveExecution,
  { status, wanted, call }: { status: UpdateStatus; wanted: UpdateStage; call: UnaryCall },
): Promise<{ stage: UpdateStage; outcome: Outcome | undefined }> {
  if (isAtLeast(status.stage, wanted)) {
    return { stage: status.stage, outcome: await outcomeOf(engine, execution, status) };
  }
  const { signal, done } = watchSignal(engine, call, pollTimeoutMs(engine, call, WATCH_MS_MAX));
  try {
    const reached = await execution.updates.wait(status.updateId, wanted, signal);
    if (reached !== undefined) return { stage: reached.stage, outcome: reached.outcome };
    const now = updateStatusOf(execution.state, status.updateId) ?? status;
    await execution.settled();
    return { stage: now.stage, outcome: await outcomeOf(engine, execution, now) };
  } finally {
    done();
  }
}

async function outcomeOf(
  engine: Engine,
  execution: LiveExecution,
  status: UpdateStatus,
): Promise<Outcome | undefined> {
  if (status.outcome !== undefined || status.outcomeEventId === 0) return status.outcome;
  const page = await readEvents(engine, execution, {
    from: status.outcomeEventId,
    until: status.outcomeEventId + 1,
    eventsMax: 1,
    bytesMax: Number.MAX_SAFE_INTEGER,
  });
  const event = historyCodec.decode(Buffer.concat(page.chunks)).events?.[0];
  return event?.workflowExecutionUpdateCompletedEventAttributes?.outcome ?? undefined;
}

function stageOf(policy: temporal.api.update.v1.IWaitPolicy | null | undefined): UpdateStage {
  switch (policy?.lifecycleStage) {
    case Stage.UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_COMPLETED:
      return "completed";
    case Stage.UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_ACCEPTED:
      return "accepted";
    default:
      return "admitted";
  }
}

function numberOfStage(stage: UpdateStage): temporal.api.enums.v1.UpdateWorkflowExecutionLifecycleStage {
  if (stage === "completed") return Stage.UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_COMPLETED;
  if (stage === "accepted") return Stage.UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_ACCEPTED;
  return Stage.UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_ADMITTED;
}
