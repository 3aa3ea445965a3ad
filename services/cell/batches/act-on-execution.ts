// One batch operation on one execution. Repeatable: after a crash the last few are done again, and the request ids,
// made of the job and the run, keep signals and resets from happening twice.
import { createHash } from "node:crypto";
import type { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Engine } from "../engine.ts";
import { changeOptions } from "../executions/change-options.ts";
import { deleteExecution } from "../executions/delete-execution.ts";
import type { LiveExecution } from "../executions/live-execution.ts";
import { resetExecution } from "../executions/reset-execution.ts";
import { commit } from "../executions/transact.ts";
import { optionsOf, resetOf, selectorOf, unpauseOf } from "../rpc/change-activities.ts";
import { exclusionsOf, optionsChangeOf } from "../rpc/reset-workflow-execution.ts";
import type { ActivityChange } from "../workflow/index.ts";
import { batchKindOf, type BatchRequest } from "./batch-operation.ts";
import { findResetPoint } from "./find-reset-point.ts";

type ResetOperation = temporal.api.batch.v1.IBatchOperationReset;

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
  await resetExecution(engine, execution.namespace, {
    workflowId: execution.state.workflowId,
    ...(await findResetPoint(engine, execution, operation)),
    requestId,
    reason,
    excluded: exclusionsOf(operation.options ?? { resetReapplyType: operation.resetReapplyType ?? 0 }),
    optionsChanges: (operation.postResetOperations ?? []).map(optionsChangeOf),
  });
}
