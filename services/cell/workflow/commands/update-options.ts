// UpdateWorkflowExecutionOptions: an event when anything changes.
import type { CommandOf, CommandResults } from "../command.ts";
import { updateOptions as applyChange } from "../options/update-options.ts";
import { requireRunning } from "../running.ts";
import type { Transition } from "../transition.ts";
import { offerOf } from "../workflow-task/schedule-task.ts";

export function updateOptions(
  transition: Transition,
  { change }: CommandOf<"updateOptions">,
): CommandResults["updateOptions"] {
  requireRunning(transition);
  const result = applyChange(transition, change);
  if (!result.isChanged) return result;
  transition.bill("update_workflow_options");
  offerAgain(transition);
  return result;
}

/** A task that waits in line gets the place that it has now. */
function offerAgain({ state, effects }: Transition): void {
  const task = state.workflowTask;
  if (task?.startedEventId === 0) effects.push(offerOf(state, task));
}
