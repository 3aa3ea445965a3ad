// ResetWorkflowExecution.
import { temporal } from "#contracts";
import { resetExecution } from "../executions/reset-execution.ts";
import type { OptionsChange, ReapplyExclusion } from "../workflow/index.ts";
import { checkedIds, checkText, invalid } from "./lookup.ts";
import { rpc } from "./operation.ts";

type Request = temporal.api.workflowservice.v1.IResetWorkflowExecutionRequest;
type Response = temporal.api.workflowservice.v1.IResetWorkflowExecutionResponse;
type PostResetOperation = temporal.api.workflow.v1.IPostResetOperation;

const { ResetReapplyType, ResetReapplyExcludeType } = temporal.api.enums.v1;

export const resetWorkflowExecution = rpc<Request, Response>(
  "ResetWorkflowExecution",
  async (engine, request) => {
    const namespace = engine.namespaces.named(request.namespace);
    const requestId = request.requestId ?? "";
    if (requestId === "") throw invalid("RequestId is not set on request.");
    checkText(requestId, "RequestId");
    const { workflowId, runId } = checkedIds(request.workflowExecution);
    const newRunId = await resetExecution(engine, namespace, {
      workflowId,
      runId,
      finishEventId: Number(request.workflowTaskFinishEventId ?? 0),
      requestId,
      reason: request.reason ?? "",
      excluded: exclusionsOf(request),
      optionsChanges: (request.postResetOperations ?? []).map(optionsChangeOf),
    });
    return { runId: newRunId };
  },
);

/** Both the older field, which says what to apply again, and the newer one, which says what not to. */
export function exclusionsOf({
  resetReapplyType,
  resetReapplyExcludeTypes,
}: Pick<Request, "resetReapplyType" | "resetReapplyExcludeTypes">): Set<ReapplyExclusion> {
  const excluded = new Set<ReapplyExclusion>();
  if (resetReapplyType === ResetReapplyType.RESET_REAPPLY_TYPE_SIGNAL) excluded.add("updates");
  if (resetReapplyType === ResetReapplyType.RESET_REAPPLY_TYPE_NONE) {
    excluded.add("signals").add("updates");
  }
  for (const type of resetReapplyExcludeTypes ?? []) {
    if (type === ResetReapplyExcludeType.RESET_REAPPLY_EXCLUDE_TYPE_SIGNAL) excluded.add("signals");
    if (type === ResetReapplyExcludeType.RESET_REAPPLY_EXCLUDE_TYPE_UPDATE) excluded.add("updates");
    if (type === ResetReapplyExcludeType.RESET_REAPPLY_EXCLUDE_TYPE_NEXUS) excluded.add("nexus");
  }
  return excluded;
}

export function optionsChangeOf(operation: PostResetOperation): OptionsChange {
  const update = operation.updateWorkflowOptions;
  if (update == null) throw invalid("unsupported post reset operation");
  return {
    options: update.workflowExecutionOptions ?? {},
    paths: update.updateMask?.paths ?? [],
    identity: "",
  };
}
