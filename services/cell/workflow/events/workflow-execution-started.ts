// WorkflowExecutionStarted: what the run is and by when it must end.
import type { temporal } from "#contracts";
import { newCallback } from "../callbacks/completion-callback.ts";
import { callbackCodec } from "../message-codecs.ts";
import { mergeFields } from "../payload-fields.ts";
import { resetPointsOf } from "../resetting/reset-points.ts";
import { retryPolicyOf } from "../retry-policy.ts";
import type { ExecutionState, HistoryEvent } from "../state.ts";
import { msOf, numberOf } from "../wire-numbers.ts";
import { applyStartVersioning } from "./versioning.ts";

type Started = temporal.api.history.v1.IWorkflowExecutionStartedEventAttributes;

export function applyWorkflowExecutionStarted(state: ExecutionState, event: HistoryEvent): void {
  const started = event.workflowExecutionStartedEventAttributes ?? {};
  state.workflowType = started.workflowType?.name ?? "";
  state.taskQueue = started.taskQueue?.name ?? "";
  state.firstRunId = started.firstExecutionRunId ?? "";
  state.originalRunId = started.originalExecutionRunId ?? "";
  state.continuedRunId = started.continuedExecutionRunId ?? "";
  state.attempt = started.attempt ?? 1;
  state.cronSchedule = started.cronSchedule ?? "";
  state.retryPolicy = retryPolicyOf(started.retryPolicy);
  state.priority = started.priority ?? undefined;
  const at = msOf(event.eventTime);
  state.callbacks = (started.completionCallbacks ?? []).map((one) =>
    newCallback(callbackCodec.encode(one), "", at),
  );
  applyStartVersioning(state, started);
  state.resetPoints = resetPointsOf(started.prevAutoResetPoints);
  mergeFields(state.memo, started.memo?.fields);
  mergeFields(state.searchAttributes, started.searchAttributes?.indexedFields);
  applyTimes(state, started, at);
  applyFamily(state, started);
  if (state.retryPolicy !== undefined || state.cronSchedule !== "") state.started = started;
}

function applyTimes(state: ExecutionState, started: Started, at: number): void {
  const backoffMs = msOf(started.firstWorkflowTaskBackoff);
  state.startedAt = at;
  state.executionAt = at + backoffMs;
  state.firstTaskAt = backoffMs > 0 ? at + backoffMs : 0;
  state.executionTimeoutMs = msOf(started.workflowExecutionTimeout);
  state.runTimeoutMs = msOf(started.workflowRunTimeout);
  state.taskTimeoutMs = msOf(started.workflowTaskTimeout);
  state.executionExpiresAt = msOf(started.workflowExecutionExpirationTime);
  if (state.runTimeoutMs > 0) {
    const expiresAt = at + backoffMs + state.runTimeoutMs;
    const isCapped = state.executionExpiresAt > 0 && state.executionExpiresAt < expiresAt;
    state.runExpiresAt = isCapped ? state.executionExpiresAt : expiresAt;
  }
}

function applyFamily(state: ExecutionState, started: Started): void {
  const parent = started.parentWorkflowExecution;
  if (parent != null) {
    state.parent = {
      namespace: started.parentWorkflowNamespace ?? "",
      namespaceId: started.parentWorkflowNamespaceId ?? "",
      workflowId: parent.workflowId ?? "",
      runId: parent.runId ?? "",
      initiatedEventId: numberOf(started.parentInitiatedEventId),
      initiatedVersion: numberOf(started.parentInitiatedEventVersion),
    };
  }
  state.rootWorkflowId = started.rootWorkflowExecution?.workflowId ?? state.workflowId;
  state.rootRunId = started.rootWorkflowExecution?.runId ?? state.runId;
}
