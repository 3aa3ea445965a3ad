// UpdateWorkflowExecution and PollWorkflowExecutionUpdate: admit an update, and wait for the stage the caller wants.
import type { temporal } from "#contracts";
import { delay } from "#shared/clock";
import type { UnaryCall } from "#shared/grpc";
import type { Engine } from "../engine.ts";
import type { LiveExecution } from "../executions/live-execution.ts";
import { transact } from "../executions/transact.ts";
import { UpdateInterrupted, updateStatusOf, type UpdateStatus } from "../workflow/index.ts";
import { findInChain } from "./find-in-chain.ts";
import { findExecution, invalid, notFound } from "./lookup.ts";
import { rpc } from "./operation.ts";
import { checkedUpdate, polledStage, type CheckedUpdate, type UpdateRequest } from "./update-request.ts";
import { linkToUpdate, stageMessage, waitForStage } from "./update-stage.ts";

export type UpdateResponse = temporal.api.workflowservice.v1.IUpdateWorkflowExecutionResponse;
type PollRequest = temporal.api.workflowservice.v1.IPollWorkflowExecutionUpdateRequest;
type PollResponse = temporal.api.workflowservice.v1.IPollWorkflowExecutionUpdateResponse;

const INTERRUPTIONS_MAX = 50;
const RETRY_FIRST_MS = 20;
const RETRY_MAX_MS = 500;

export const updateWorkflowExecution = rpc<UpdateRequest, UpdateResponse>(
  "UpdateWorkflowExecution",
  async (engine, request, call) => {
    const namespace = engine.namespaces.named(request.namespace);
    const update = checkedUpdate(engine, request);
    const { workflowId, runId, firstRunId: firstExecutionRunId } = update;
    const named = { workflowExecution: { workflowId, runId }, firstExecutionRunId };
    return untilDecided(call, async () => {
      const execution = await findInChain(engine, namespace, named);
      return admitAndWait(engine, execution, { update, call });
    });
  },
);

/** Admits an update again that was interrupted before a worker saw it: by the next run of a chain, or by a failed task. */
export async function untilDecided<Result>(call: UnaryCall, act: () => Promise<Result>): Promise<Result> {
  let delayMs = RETRY_FIRST_MS;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof UpdateInterrupted) || attempt >= INTERRUPTIONS_MAX) throw error;
      // The caller went meanwhile: it gets what happened last.
      await delay(delayMs, call.signal).catch(() => Promise.reject(error));
      delayMs = Math.min(delayMs * 2, RETRY_MAX_MS);
    }
  }
}

export async function admitAndWait(
  engine: Engine,
  execution: LiveExecution,
  { update, call }: { update: CheckedUpdate; call: UnaryCall },
): Promise<UpdateResponse> {
  const { request, updateId, wanted } = update;
  let status: UpdateStatus;
  try {
    status = transact(engine, execution, { kind: "admitUpdate", request });
  } finally {
    await execution.settled();
  }
  const reached = await waitForStage(engine, execution, { status, wanted, call });
  return {
    ...stageMessage(execution, updateId, reached),
    link: linkToUpdate(execution, request.requestId ?? "", reached),
  };
}

export const pollWorkflowExecutionUpdate = rpc<PollRequest, PollResponse>(
  "PollWorkflowExecutionUpdate",
  async (engine, request, call) => {
    const namespace = engine.namespaces.named(request.namespace);
    if (request.updateRef == null) throw invalid("UpdateRef is not set on request.");
    const wanted = polledStage(request.waitPolicy);
    const updateId = request.updateRef.updateId ?? "";
    const execution = await findExecution(engine, namespace, request.updateRef.workflowExecution);
    const status = updateStatusOf(execution.state, updateId);
    await execution.settled();
    if (status === undefined) throw notFound(`update ${JSON.stringify(updateId)} not found`);
    return stageMessage(execution, updateId, await waitForStage(engine, execution, { status, wanted, call }));
  },
);
