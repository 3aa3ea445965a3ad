// UpsertWorkflowSearchAttributes, WorkflowPropertiesModified and WorkflowExecutionOptionsUpdated.
import { newCallback } from "../callbacks/completion-callback.ts";
import { callbackCodec } from "../message-codecs.ts";
import { mergeFields } from "../payload-fields.ts";
import type { ExecutionState, HistoryEvent } from "../state.ts";
import { msOf, numberOf } from "../wire-numbers.ts";
import { applyOverride } from "./versioning.ts";

export function applySearchAttributesUpserted(state: ExecutionState, event: HistoryEvent): void {
  const upserted = event.upsertWorkflowSearchAttributesEventAttributes;
  mergeFields(state.searchAttributes, upserted?.searchAttributes?.indexedFields);
}

export function applyPropertiesModified(state: ExecutionState, event: HistoryEvent): void {
  mergeFields(state.memo, event.workflowPropertiesModifiedEventAttributes?.upsertedMemo?.fields);
}

export function applyOptionsUpdated(state: ExecutionState, event: HistoryEvent): void {
  const updated = event.workflowExecutionOptionsUpdatedEventAttributes ?? {};
  applyOverride(state, updated);
  const requestId = updated.attachedRequestId ?? "";
  for (const callback of updated.attachedCompletionCallbacks ?? []) {
    state.callbacks.push(newCallback(callbackCodec.encode(callback), requestId, msOf(event.eventTime)));
  }
  if (requestId !== "") state.startRequestIds[requestId] = numberOf(event.eventId);
  if (updated.priority != null) state.priority = updated.priority;
}
