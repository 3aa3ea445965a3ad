// What a batch operation does, as its request names it: its type, who asked, and what is wrong with it.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";

export type BatchRequest = temporal.api.workflowservice.v1.IStartBatchOperationRequest;
type Type = temporal.api.enums.v1.BatchOperationType;

const { BatchOperationType, ResetType } = temporal.api.enums.v1;
const EITHER = "Either activity type must be set, or match all should be set to true";

export interface BatchKind {
  type: Type;
  identity: string;
  /** Closed executions are passed over. */
  isForOpen: boolean;
}

/** Errors: INVALID_ARGUMENT. */
export function batchKindOf(request: BatchRequest): BatchKind {
  const kind = kindOf(request);
  if (kind === undefined) throw refused("The operation type is not supported");
  return { type: kind[0], identity: kind[1]?.identity ?? "", isForOpen: kind[2] };
}

type Found = [type: Type, operation: { identity?: string | null } | null | undefined, isForOpen: boolean];

function kindOf(request: BatchRequest): Found | undefined {
  const kinds: Found[] = [
    [BatchOperationType.BATCH_OPERATION_TYPE_TERMINATE_WORKFLOW, request.terminationOperation, true],
    [BatchOperationType.BATCH_OPERATION_TYPE_SIGNAL_WORKFLOW, request.signalOperation, true],
    [BatchOperationType.BATCH_OPERATION_TYPE_CANCEL_WORKFLOW, request.cancellationOperation, true],
    [BatchOperationType.BATCH_OPERATION_TYPE_DELETE_WORKFLOW, request.deletionOperation, false],
    [BatchOperationType.BATCH_OPERATION_TYPE_RESET_WORKFLOW, request.resetOperation, false],
    [
      BatchOperationType.BATCH_OPERATION_TYPE_UPDATE_WORKFLOW_EXECUTION_OPTIONS,
      request.updateWorkflowOptionsOperation,
      true,
    ],
    [BatchOperationType.BATCH_OPERATION_TYPE_UNPAUSE_ACTIVITY, request.unpauseActivitiesOperation, true],
    [BatchOperationType.BATCH_OPERATION_TYPE_RESET_ACTIVITY, request.resetActivitiesOperation, true],
    [
      BatchOperationType.BATCH_OPERATION_TYPE_UPDATE_ACTIVITY_OPTIONS,
      request.updateActivityOptionsOperation,
      true,
    ],
  ];
  return kinds.find(([, operation]) => operation != null);
}

/** Errors: INVALID_ARGUMENT naming what is missing. */
export function checkBatch(request: BatchRequest): void {
  const selectors = [
    (request.visibilityQuery ?? "") !== "",
    (request.executions ?? []).length > 0,
    (request.targetExecutions ?? []).length > 0,
  ].filter((isSet) => isSet).length;
  if (kindOf(request) === undefined || (request.reason ?? "") === "" || selectors === 0) {
    throw refused(
      "must provide required parameters: BatchType,Reason,Namespace, AND one of (Query OR Executions OR TargetExecutions)",
    );
  }
  if ((request.jobId ?? "") === "") throw refused("JobId is not set on request.");
  if (selectors > 1) {
    throw refused("visibility query, executions, and target executions are mutually exclusive");
  }
  checkOperation(request);
}

function checkOperation(request: BatchRequest): void {
  const signal = request.signalOperation;
  if (signal != null && (signal.signal ?? "") === "") throw refused("must provide signal name");
  const options = request.updateWorkflowOptionsOperation;
  if (options != null && options.workflowExecutionOptions == null)
    throw refused("must provide UpdateOptions");
  if (options != null && options.updateMask == null) throw refused("must provide UpdateMask");
  checkReset(request.resetOperation);
  const { unpauseActivitiesOperation, resetActivitiesOperation, updateActivityOptionsOperation } = request;
  for (const one of [unpauseActivitiesOperation, resetActivitiesOperation, updateActivityOptionsOperation]) {
    if (one != null && (one.type ?? "") === "" && one.matchAll !== true) throw refused(EITHER);
  }
  if (updateActivityOptionsOperation != null) {
    const { activityOptions, restoreOriginal } = updateActivityOptionsOperation;
    if (activityOptions != null && restoreOriginal === true) {
      throw refused("cannot set both activity options and restore original");
    }
  }
}

function checkReset(reset: BatchRequest["resetOperation"]): void {
  if (reset == null) return;
  const { options } = reset;
  if (options != null) {
    const hasTarget =
      options.firstWorkflowTask != null ||
      options.lastWorkflowTask != null ||
      (options.buildId ?? "") !== "" ||
      Number(options.workflowTaskId ?? 0) !== 0;
    if (!hasTarget) throw refused("batch reset missing target");
    return;
  }
  const { RESET_TYPE_FIRST_WORKFLOW_TASK, RESET_TYPE_LAST_WORKFLOW_TASK } = ResetType;
  const type = reset.resetType ?? 0;
  if (type !== RESET_TYPE_FIRST_WORKFLOW_TASK && type !== RESET_TYPE_LAST_WORKFLOW_TASK) {
    throw refused(`unknown batch reset type ${String(type)}`);
  }
}

function refused(message: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", message);
}
