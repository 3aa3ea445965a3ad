// What callers of updates are told when the run will not answer them any more.
import type { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Transition } from "../transition.ts";

type Failure = temporal.api.failure.v1.IFailure;

/** The outcome of an update that was accepted but not completed when its run closed. */
export const ACCEPTED_BUT_CLOSED: Failure = {
  message: "Workflow Update failed because the Workflow completed before the Update completed.",
  source: "Server",
  applicationFailureInfo: { type: "AcceptedUpdateCompletedWorkflow", nonRetryable: true },
};

export const UNPROCESSED: Failure = {
  message:
    "Workflow Update is rejected because it wasn't processed by worker. Probably, Workflow Update is not supported by the worker.",
  source: "Server",
  applicationFailureInfo: { type: "UnprocessedUpdate", nonRetryable: true },
};

export function workflowClosingError(): CloudError {
  return new CloudError(
    "RESOURCE_EXHAUSTED",
    "workflow operation can not be applied because workflow is closing",
  );
}

/** The run closed. With a run that goes on, callers try again there. */
export function abortUpdatesOfClosedRun(transition: Transition): void {
  const { state, effects } = transition;
  for (const { updateId, completedEventId } of state.updates.values()) {
    if (completedEventId !== 0) continue;
    effects.push({
      kind: "updateReached",
      updateId,
      stage: "completed",
      outcome: { failure: ACCEPTED_BUT_CLOSED },
    });
  }
  for (const updateId of [...state.pendingUpdates.keys(), ...Object.keys(state.admittedUpdates)]) {
    const error =
      state.newRunId === ""
        ? new CloudError("NOT_FOUND", "workflow update was aborted by closing workflow")
        : workflowClosingError();
    effects.push({ kind: "updateAborted", updateId, error });
  }
  state.pendingUpdates.clear();
}

/** The server refused the answer of the worker: what the worker had seen is not tried again. */
export function abortUpdatesOfFailedTask(transition: Transition): void {
  const { state, effects } = transition;
  for (const { updateId, stage } of state.pendingUpdates.values()) {
    const error =
      stage === "sent"
        ? new CloudError(
            "FAILED_PRECONDITION",
            "Unable to perform workflow execution update due to unexpected workflow task failure.",
          )
        : new CloudError("UNAVAILABLE", "workflow update was aborted");
    effects.push({ kind: "updateAborted", updateId, error });
  }
  state.pendingUpdates.clear();
}
