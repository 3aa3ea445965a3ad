// Ends a pause: the workflow gets a task with what happened meanwhile, and activities that waited go to workers again.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { CommandOf } from "../command.ts";
import { releaseActivity } from "../pausing/held-activities.ts";
import { isPaused, requireRunning } from "../running.ts";
import type { Transition } from "../transition.ts";
import { scheduleTask } from "../workflow-task/schedule-task.ts";

const { EVENT_TYPE_WORKFLOW_EXECUTION_UNPAUSED } = temporal.api.enums.v1.EventType;

export function unpauseWorkflow(transition: Transition, command: CommandOf<"unpauseWorkflow">): undefined {
  requireRunning(transition);
  const { state } = transition;
  const { identity, reason, requestId } = command;
  if (!isPaused(state)) throw new CloudError("FAILED_PRECONDITION", "workflow is not paused.");
  transition.add({
    eventType: EVENT_TYPE_WORKFLOW_EXECUTION_UNPAUSED,
    workerMayIgnore: true,
    workflowExecutionUnpausedEventAttributes: { identity, reason, requestId },
  });
  for (const activity of state.activities.values())
    if (activity.isHeld) releaseActivity(transition, activity);
  scheduleTask(transition);
  return undefined;
}
