// One batch operation on one execution. Repeatable: after a crash the last few are done again, and the request ids,
// made of the job and the run, keep signals and resets from happening twice.
import { createHash } from "node:crypto";
import { codecOf, temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Engine } from "../engine.ts";
import { changeOptions } from "../executions/change-options.ts";
import { deleteExecution } from "../executions/delete-execution.ts";
import type { LiveExecution } from "../executions/live-execution.ts";
import { readEvents } from "../executions/read-history.ts";
import { resetExecution } from "../executions/reset-execution.ts";
import { commit } from "../executions/transact.ts";
import { optionsOf, resetOf, selectorOf, unpauseOf } from "../rpc/change-activities.ts";
import { exclusionsOf, optionsChangeOf } from "../rpc/reset-workflow-execution.ts";
import type { ActivityChange } from "../workflow/index.ts";
import { batchKindOf, type BatchRequest } from "./batch-operation.ts";

type ResetOperation = temporal.api.batch.v1.IBatchOperationReset;

const { EventType, ResetType } = temporal.api.enums.v1;
const historyCodec = codecOf<temporal.api.history.v1.IHistory>("temporal.api.history.v1.History");

export async function actOnExecution(
  engine: Engine,
  execution: LiveExecution,
  request: BatchRequest,
): Promise<void> {
  const { identity } = batchKindOf(request);
  const reason = request.reason ?? "";
  const requestId = requestIdOf(request.jobId ?? "", execution.state.runId);
  const nothing = { links: undefined };
  if (request.terminationOperation != null) {
    const { details } = request.terminationOperation;
    await commit(engine, execution, { kind: "terminate", reason, details, identity, ...nothing });
  } else if (request.cancellationOperation != null) {
    await commit(engine, execution, {
      kind: "requestCancel",
      cause: reason,
      identity,
      requestId,
      ...nothing,
    });
  } else if (request.signalOperation != null) {
    const { signal, input, header } = request.signalOperation;
    const sent = { signalName: signal ?? "", input, header, identity, requestId, ...nothing };
    await commit(engine, execution, { kind: "signal", origin: "client", signal: sent });
  } else if (request.deletionOperation != null) {
    await deleteExecution(engine, execution);
  } else if (request.resetOperation != null) {
    await reset(engine, execution, { operation: request.resetOperation, requestId, reason });
  } else if (request.updateWorkflowOptionsOperation != null) {
    const { workflowExecutionOptions, updateMask } = request.updateWorkflowOptionsOperation;
    const change = { options: workflowExecutionOptions ?? {}, paths: updateMask?.paths ?? [], identity };
    await changeOptions(engine, execution, change);
  } else {
    await changeActivities(engine, execution, request);
  }
}

function requestIdOf(jobId: string, runId: string): string {
  return createHash("sha256").update(`${jobId}\0${runId}`).digest("hex").slice(0, 32);
}

async function changeActivities(
  engine: Engine,
  execution: LiveExecution,
  request: BatchRequest,
): Promise<void> {
  const { unpauseActivitiesOperation, resetActivitiesOperation, updateActivityOptionsOperation } = request;
  const select = (one: { type?: string | null; matchAll?: boolean | null }, change: ActivityChange) => {
    const selector = selectorOf({ type: one.type, all: one.matchAll });
    if (selector === undefined)
      throw new CloudError("INVALID_ARGUMENT", "The operation selects no activity.");
    return commit(engine, execution, { kind: "changeActivities", selector, change });
  };
  if (unpauseActivitiesOperation != null) {
    await select(unpauseActivitiesOperation, unpauseOf(unpauseActivitiesOperation));
  } else if (resetActivitiesOperation != null) {
    await select(resetActivitiesOperation, resetOf(resetActivitiesOperation));
  } else if (updateActivityOptionsOperation != null) {
    await select(updateActivityOptionsOperation, optionsOf(updateActivityOptionsOperation));
  }
}

async function reset(
  engine: Engine,
  execution: LiveExecution,
  wish: { operation: ResetOperation; requestId: string; reason: string },
): Promise<void> {
  const { operation, requestId, reason } = wish;
  const { workflowId, runId } = execution.state;
  await resetExecution(engine, execution.namespace, {
    workflowId,
    runId,
    finishEventId: await resetPoint(engine, execution, operation),
    requestId,
    reason,
    excluded: exclusionsOf(operation.options ?? { resetReapplyType: operation.resetReapplyType ?? 0 }),
    optionsChanges: (operation.postResetOperations ?? []).map(optionsChangeOf),
  });
}

/** The id of the completed workflow task that is meant, or the one after a task that was only scheduled. */
async function resetPoint(
  engine: Engine,
  execution: LiveExecution,
  { options, resetType }: ResetOperation,
): Promise<number> {
  const given = Number(options?.workflowTaskId ?? 0);
  if (given !== 0) return given;
  await execution.settled();
  const { chunks } = await readEvents(engine, execution, {
    from: 1,
    until: execution.durableNextEventId,
    eventsMax: Number.MAX_SAFE_INTEGER,
    bytesMax: Number.MAX_SAFE_INTEGER,
  });
  const events = historyCodec.decode(Buffer.concat(chunks)).events ?? [];
  const isFirst =
    options == null
      ? resetType === ResetType.RESET_TYPE_FIRST_WORKFLOW_TASK
      : options.firstWorkflowTask != null;
  const idsOf = (type: temporal.api.enums.v1.EventType): number[] =>
    events.filter(({ eventType }) => eventType === type).map(({ eventId }) => Number(eventId));
  const completed = idsOf(EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED).at(isFirst ? 0 : -1);
  const scheduled = idsOf(EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED)[0];
  const point = completed ?? (scheduled === undefined ? undefined : scheduled + 1);
  if (point === undefined) {
    throw new CloudError("FAILED_PRECONDITION", "unable to find any scheduled or completed task");
  }
  return point;
}
