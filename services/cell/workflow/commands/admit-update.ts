// An update for the workflow: it waits in memory until a workflow task carries it to the worker. At most once per id.
import { CloudError } from "#shared/errors";
import type { CommandOf, UpdateStatus } from "../command.ts";
import { payloadsCodec } from "../message-codecs.ts";
import type { ExecutionState } from "../state.ts";
import type { Transition } from "../transition.ts";
import { updateStatusOf } from "../update-status.ts";
import { workflowClosingError } from "../updates/abort-updates.ts";
import { scheduleTask } from "../workflow-task/schedule-task.ts";

export function admitUpdate(transition: Transition, command: CommandOf<"admitUpdate">): UpdateStatus {
  const { state } = transition;
  const updateId = command.request.meta?.updateId ?? "";
  const known = updateStatusOf(state, updateId);
  if (known !== undefined) return known;
  if (!transition.isRunning) throw new CloudError("NOT_FOUND", "workflow execution already completed");
  checkUpdate(transition, command);
  state.pendingUpdates.set(updateId, { updateId, request: command.request, stage: "admitted" });
  scheduleTask(transition, { isSpeculative: true });
  return { updateId, stage: "admitted", outcome: undefined, outcomeEventId: 0, isKnown: false };
}

function checkUpdate(transition: Transition, command: CommandOf<"admitUpdate">): void {
  const { state, context } = transition;
  const { limits } = context;
  if (state.workflowTaskAttempt >= limits.failedAttemptsBeforeUpdatesFail) {
    throw new CloudError(
      "FAILED_PRECONDITION",
      "Unable to perform workflow execution update due to Workflow Task in failed state.",
    );
  }
  const { workflowTask } = state;
  if (state.isCloseAttempted && workflowTask !== undefined && workflowTask.startedEventId !== 0) {
    throw workflowClosingError();
  }
  const { meta, input } = command.request;
  if ((meta?.updateId ?? "") === "") refuse("invalid *update.Request: meta.update_id is not set");
  if (input == null) refuse("invalid *update.Request: input is not set");
  if ((input.name ?? "") === "") refuse("invalid *update.Request: input.name is not set");
  if (payloadsCodec.encode(input.args ?? {}).length > limits.blobBytesMax) {
    refuse("Blob data size exceeds limit.");
  }
  checkUpdateLimits(state, transition);
}

function checkUpdateLimits(state: ExecutionState, transition: Transition): void {
  const { limits } = transition.context;
  const inFlight = state.pendingUpdates.size + state.updates.size - state.completedUpdates;
  if (inFlight >= limits.updatesInFlightMax) {
    throw new CloudError(
      "RESOURCE_EXHAUSTED",
      `limit on number of concurrent in-flight updates has been reached (${limits.updatesInFlightMax})`,
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
