// What callers of updates are told when the run will not answer them any more.
import type { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import { busyWorkflowDetail, workflowNotReadyError } from "../error-details.ts";
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

/** The update was neither seen by a worker nor decided on: the same request may be admitted again. */
export class UpdateInterrupted extends CloudError {}

/** The run closed before a worker saw the update, and none goes on: a start of the workflow may take it. */
export class ClosedBeforeUpdate extends CloudError {
  constructor() {
    super("NOT_FOUND", "workflow update was aborted by closing workflow");
  }
}

export function workflowClosingError(): CloudError {
  return new UpdateInterrupted(
    "RESOURCE_EXHAUSTED",
    "workflow operation can not be applied because workflow is closing",
    { details: [busyWorkflowDetail()] },
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
    const error = state.newRunId === "" ? new ClosedBeforeUpdate() : workflowClosingError();
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
        ? workflowNotReadyError(
            "Unable to perform workflow execution update due to unexpected workflow task failure.",
          )
        : new UpdateInterrupted("UNAVAILABLE", "workflow update was aborted");
    effects.push({ kind: "updateAborted", updateId, error });
  }
  state.pendingUpdates.clear();
}
