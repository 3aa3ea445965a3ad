// An update for the workflow: it waits in memory until a workflow task carries it to the worker. At most once per id.
import { CloudError } from "#shared/errors";
import type { CommandOf, UpdateStatus } from "../command.ts";
import { concurrentLimitError, workflowNotReadyError } from "../error-details.ts";
import { payloadsCodec, updateRequestCodec } from "../message-codecs.ts";
import { isPaused } from "../running.ts";
import type { Transition } from "../transition.ts";
import { updateStatusOf } from "../update-status.ts";
import { workflowClosingError } from "../updates/abort-updates.ts";
import { scheduleTask } from "../workflow-task/schedule-task.ts";

export function admitUpdate(transition: Transition, command: CommandOf<"admitUpdate">): UpdateStatus {
  const { state } = transition;
  const updateId = command.request.meta?.updateId ?? "";
  const known = updateStatusOf(state, updateId);
  if (!transition.isRunning) {
    if (known !== undefined) return known;
    throw new CloudError("NOT_FOUND", "workflow execution already completed");
  }
  if (isPaused(state)) {
    throw new CloudError("FAILED_PRECONDITION", "Workflow is paused. Cannot update the workflow.");
  }
  checkReadiness(transition);
  if (known !== undefined) return known;
  checkUpdate(transition, command);
  const bytes = updateRequestCodec.encode(command.request).length;
  checkUpdateLimits(transition, bytes);
  state.pendingUpdates.set(updateId, { updateId, request: command.request, bytes, stage: "admitted" });
  scheduleTask(transition, { isSpeculative: true });
  return { updateId, stage: "admitted", outcome: undefined, outcomeEventId: 0, isKnown: false };
}

function checkReadiness({ state, context }: Transition): void {
  if (state.workflowTaskAttempt >= context.limits.failedAttemptsBeforeUpdatesFail) {
    throw workflowNotReadyError(
      "Unable to perform workflow execution update due to Workflow Task in failed state.",
    );
  }
  const { workflowTask } = state;
  if (state.isCloseAttempted && workflowTask !== undefined && workflowTask.startedEventId !== 0) {
    throw workflowClosingError();
  }
}

function checkUpdate({ context }: Transition, { request }: CommandOf<"admitUpdate">): void {
  const { meta, input } = request;
  if ((meta?.updateId ?? "") === "") refuse("invalid *update.Request: meta.update_id is not set");
  if (input == null) refuse("invalid *update.Request: input is not set");
  if ((input.name ?? "") === "") refuse("invalid *update.Request: input.name is not set");
  if (payloadsCodec.encode(input.args ?? {}).length > context.limits.blobBytesMax) {
    refuse("Blob data size exceeds limit.");
  }
}

function checkUpdateLimits({ state, context }: Transition, bytes: number): void {
  const { limits } = context;
  const inFlight = state.pendingUpdates.size + state.updates.size - state.completedUpdates;
  if (inFlight >= limits.updatesInFlightMax) {
    throw concurrentLimitError(
      `limit on number of concurrent in-flight updates has been reached (${limits.updatesInFlightMax})`,
    );
  }
  let bytesInFlight = bytes;
  for (const pending of state.pendingUpdates.values()) bytesInFlight += pending.bytes;
  if (bytesInFlight >= limits.updateBytesInFlightMax) {
    throw concurrentLimitError(
      `limit on total payload size of in-flight updates has been reached (${limits.updateBytesInFlightMax} bytes)`,
    );
  }
  if (state.updates.size + state.pendingUpdates.size >= limits.updatesTotalMax) {
    throw new CloudError(
      "FAILED_PRECONDITION",
      `The limit on the total number of distinct updates in this workflow has been reached (${limits.updatesTotalMax}). ` +
        "Make sure any duplicate updates share an Update ID so the server can deduplicate them, and consider rejecting updates that you aren't going to process. " +
        "You can also Continue-as-New to avoid this; we recommend you check Continue-as-New Suggested in your Workflow.",
    );
  }
}

function refuse(message: string): never {
  throw new CloudError("INVALID_ARGUMENT", message);
}
