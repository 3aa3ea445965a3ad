// What was owed to another execution was done. Told twice, nothing happens.
import type { CommandOf } from "../command.ts";
import type { Transition } from "../transition.ts";

export function effectDone(transition: Transition, command: CommandOf<"effectDone">): undefined {
  const { state } = transition;
  const remaining = state.aftermath.filter(({ effectId }) => effectId !== command.effectId);
  if (remaining.length === state.aftermath.length) return undefined;
  state.aftermath = remaining;
  transition.isDurable = true;
  return undefined;
}
