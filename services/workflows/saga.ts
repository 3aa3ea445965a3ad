// Runs the steps of a provisioning workflow and, when one fails, undoes those that began in reverse order, ends the
// operation as failed with its reason, and fails the workflow. Workflow code: deterministic, imports the SDK only.
import {
  ActivityFailure,
  ApplicationFailure,
  CancellationScope,
  isCancellation,
  TimeoutFailure,
} from "@temporalio/workflow";

export interface Step {
  run: () => Promise<unknown>;
  /** Takes back whatever `run` did, also when it did only a part of it, and also twice. */
  undo?: () => Promise<unknown>;
}

export interface Saga {
  steps: readonly Step[];
  /** Takes back the intent and ends the operation as FAILED: the last thing that happens. */
  fail: (reason: string) => Promise<unknown>;
}

export async function runSaga(saga: Saga): Promise<void> {
  const begun: Step[] = [];
  try {
    for (const step of saga.steps) {
      begun.push(step);
      await step.run();
    }
  } catch (error) {
    const reason = reasonOf(error);
    // A cancelled workflow still cleans up: nothing of a failed operation stays (P2).
    await CancellationScope.nonCancellable(async () => {
      for (const step of begun.reverse()) await step.undo?.();
      await saga.fail(reason);
    });
    throw ApplicationFailure.create({ message: reason, type: "OperationFailed", nonRetryable: true });
  }
}

/** What the customer is told: the message of an expected failure, and of anything else only that it happened. */
function reasonOf(error: unknown): string {
  if (isCancellation(error)) return "The operation was cancelled. Nothing was changed.";
  const cause = error instanceof ActivityFailure ? error.cause : error;
  if (cause instanceof TimeoutFailure) {
    return "A part of the cloud did not answer in time. Nothing was changed; try again.";
  }
  if (cause instanceof ApplicationFailure && cause.type !== null && cause.type !== undefined) {
    if (/^[A-Z_]+$/.test(cause.type) && cause.type !== "INTERNAL") return cause.message;
  }
  return "An internal error happened. Nothing was changed; try again.";
}
