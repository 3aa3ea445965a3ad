// The run that a reset makes: the past of another run up to a workflow task, that task failed as reset, and what others
// told the run after that point applied again. Pure, like a start; the run that was reset makes way by its own command.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import { rebuild, type RunIdentity } from "../rebuild.ts";
import type { DecideContext, EventBatch, Outcome } from "../outcome.ts";
import { updateOptions, type OptionsChange } from "../options/update-options.ts";
import { pendingEffects } from "../pending-effects.ts";
import type { ExecutionState, HistoryEvent, WorkflowTask } from "../state.ts";
import { Transition } from "../transition.ts";
import { int64 } from "../wire-numbers.ts";
import { scheduleTask } from "../workflow-task/schedule-task.ts";
import { startedEventOf } from "../workflow-task/task-events.ts";
import { reapplyEvent } from "./reapply-event.ts";

const { EventType, RetryState, WorkflowTaskFailedCause } = temporal.api.enums.v1;
const IDENTITY = "history-service";

export interface ResetInput {
  /** Of the new run. */
  identity: RunIdentity;
  base: Pick<ExecutionState, "runId" | "startRequestId" | "version">;
  /** The events before the one that is reset to, decoded and as they are stored. */
  past: { events: HistoryEvent[]; bytes: Uint8Array };
  requestId: string;
  reason: string;
  /** Told to the run after the reset point, in order, without what the caller excludes. */
  reapplied: readonly HistoryEvent[];
  optionsChanges: readonly OptionsChange[];
}

/** Errors: INVALID_ARGUMENT when the past does not end in a workflow task. */
export function resetRun(
  input: ResetInput,
  context: DecideContext,
): { state: ExecutionState; outcome: Outcome<undefined> } {
  const state = rebuild(input.identity, input.past.events);
  const task = state.workflowTask;
  if (task === undefined) {
    throw new CloudError(
      "INVALID_ARGUMENT",
      `Can only reset workflow to event ID in range [WorkflowTaskScheduled +1, WorkflowTaskStarted + 1]: ${state.nextEventId}`,
    );
  }
  const past = pastBatch(state, input.past.bytes);
  const transition = new Transition(state, context);
  failTaskAsReset(transition, task, input);
  failStartedActivities(transition, input.reason);
  for (const event of input.reapplied) reapplyEvent(transition, event);
  for (const change of input.optionsChanges) updateOptions(transition, change);
  scheduleTask(transition);
  state.startRequestId = input.base.startRequestId;
  if (input.base.startRequestId !== "") state.startRequestIds[input.base.startRequestId] = 1;
  // A reset that is asked for again with the same id is answered with this run.
  state.startRequestIds[input.requestId] = past.nextEventId;
  transition.bill("reset_workflow");
  const outcome = transition.finish(undefined);
  return {
    state,
    outcome: { ...outcome, batches: [past, ...outcome.batches], effects: pendingEffects(state) },
  };
}

/** Stored as it was: nothing in it needs to be encoded again, and nobody looks at its events. */
function pastBatch(state: ExecutionState, bytes: Uint8Array): EventBatch {
  return { firstEventId: 1, nextEventId: state.nextEventId, events: [], bytes };
}

function failTaskAsReset(transition: Transition, task: WorkflowTask, input: ResetInput): void {
  const { state } = transition;
  if (task.startedEventId === 0) {
    task.identity = IDENTITY;
    task.historySizeBytes = state.historySizeBytes;
    transition.add(startedEventOf(task));
  }
  transition.add({
    eventType: EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED,
    workflowTaskFailedEventAttributes: {
      scheduledEventId: int64(task.scheduledEventId),
      startedEventId: int64(task.startedEventId),
      cause: WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_RESET_WORKFLOW,
      failure: resetFailure(input.reason),
      identity: IDENTITY,
      baseRunId: input.base.runId,
      newRunId: state.runId,
      forkEventVersion: int64(input.base.version),
    },
  });
}

function resetFailure(reason: string): temporal.api.failure.v1.IFailure {
  return { message: reason, resetWorkflowFailureInfo: {} };
}

/** Their workers answer to the run that was reset; what was only scheduled is offered anew. */
function failStartedActivities(transition: Transition, reason: string): void {
  for (const activity of [...transition.state.activities.values()]) {
    if (activity.startedEventId === 0) continue;
    transition.add({
      eventType: EventType.EVENT_TYPE_ACTIVITY_TASK_FAILED,
      activityTaskFailedEventAttributes: {
        failure: resetFailure(reason),
        scheduledEventId: int64(activity.scheduledEventId),
        startedEventId: int64(activity.startedEventId),
        identity: activity.identity,
        retryState: RetryState.RETRY_STATE_NON_RETRYABLE_FAILURE,
      },
    });
  }
}
