// PauseActivity, UnpauseActivity, ResetActivity and UpdateActivityOptions of one run.
import { changeActivities as applyChange } from "../activities/change-activities.ts";
import type { CommandOf, CommandResults } from "../command.ts";
import { requireRunning } from "../running.ts";
import type { Transition } from "../transition.ts";

export function changeActivities(
  transition: Transition,
  { selector, change }: CommandOf<"changeActivities">,
): CommandResults["changeActivities"] {
  requireRunning(transition);
  return applyChange(transition, selector, change);
}
