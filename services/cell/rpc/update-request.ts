// What an update request asks for, checked in Temporal's words and order.
import { codecOf, temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Engine } from "../engine.ts";
import { checkedIds, invalid } from "./lookup.ts";

export type UpdateRequest = temporal.api.workflowservice.v1.IUpdateWorkflowExecutionRequest;

const { UpdateWorkflowExecutionLifecycleStage: Stage } = temporal.api.enums.v1;

/** How far the caller wants to wait; "current": not at all. */
export type WantedStage = "accepted" | "completed" | "current";

export interface CheckedUpdate {
  workflowId: string;
  runId: string;
  firstRunId: string;
  updateId: string;
  request: temporal.api.update.v1.IRequest;
  wanted: WantedStage;
}

const ID_BYTES_MAX = 1_000;
const ARGS_BYTES_MAX = 2 * 1024 * 1024;

const payloadsCodec = codecOf<temporal.api.common.v1.IPayloads>("temporal.api.common.v1.Payloads");

/** Errors: INVALID_ARGUMENT, PERMISSION_DENIED. */
export function checkedUpdate(engine: Engine, update: UpdateRequest): CheckedUpdate {
  const { workflowId, runId } = checkedIds(update.workflowExecution);
  const given = update.request;
  if (given?.meta == null) throw invalid("Update meta is not set on request.");
  if (Buffer.byteLength(given.meta.updateId ?? "") > ID_BYTES_MAX) {
    throw invalid("UpdateId length exceeds limit.");
  }
  checkInput(given);
  // An update without an id gets one, so that its caller can ask for the outcome.
  const updateId = given.meta.updateId || engine.ids.uuid();
  return {
    workflowId,
    runId,
    firstRunId: update.firstExecutionRunId ?? "",
    updateId,
    request: { ...given, meta: { ...given.meta, updateId } },
    wanted: wantedStage(update.waitPolicy),
  };
}

function checkInput({ input, completionCallbacks, requestId }: temporal.api.update.v1.IRequest): void {
  if (input == null) throw invalid("Update input is not set on request.");
  if ((input.name ?? "") === "") throw invalid("Update name is not set on request.");
  if (payloadsCodec.encode(input.args ?? {}).length > ARGS_BYTES_MAX) {
    throw invalid("Blob data size exceeds limit.");
  }
  if ((completionCallbacks ?? []).length === 0) return;
  if ((requestId ?? "") === "") {
    throw invalid("invalid *update.Request: request_id is required when completion_callbacks are set");
  }
  throw invalid("Completion callbacks of updates are not supported.");
}

function wantedStage(policy: temporal.api.update.v1.IWaitPolicy | null | undefined): WantedStage {
  const stage = policy?.lifecycleStage || Stage.UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_COMPLETED;
  if (stage === Stage.UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_ADMITTED) {
    throw new CloudError(
      "PERMISSION_DENIED",
      "UpdateWorkflowExecution issued asynchronously and waiting on update admitted is not supported.",
    );
  }
  return polledStage(policy, "completed");
}

/** Of a poll, which waits for nothing unless it says so. */
export function polledStage(
  policy: temporal.api.update.v1.IWaitPolicy | null | undefined,
  unsaid: WantedStage = "current",
): WantedStage {
  switch (policy?.lifecycleStage ?? Stage.UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_UNSPECIFIED) {
    case Stage.UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_UNSPECIFIED:
      return unsaid;
    case Stage.UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_ADMITTED:
      return "current";
    case Stage.UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_ACCEPTED:
      return "accepted";
    case Stage.UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_COMPLETED:
      return "completed";
    default:
      throw invalid(`Unknown UpdateWorkflowExecutionLifecycleStage: ${String(policy?.lifecycleStage)}.`);
  }
}
