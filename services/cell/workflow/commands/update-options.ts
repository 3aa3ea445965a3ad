// UpdateWorkflowExecutionOptions: an event when anything changes.
import type { CommandOf, CommandResults } from "../command.ts";
import { updateOptions as applyChange } from "../options/update-options.ts";
import { requireRunning } from "../running.ts";
import type { Transition } from "../transition.ts";

export function updateOptions(
  transition: Transition,
  { change }: CommandOf<"updateOptions">,
): CommandResults["updateOptions"] {
  requireRunning(transition);
  const result = applyChange(transition, change);
  if (result.isChanged) transition.bill("update_workflow_options");
  return result;
}
