// The earliest moment at which something happens by itself.
import type { EpochMs } from "#shared/clock";
import { eachDeadline } from "./deadlines.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import type { ExecutionState } from "./state.ts";

/** When to send the command `wake`; undefined when nothing is due ever. Ask again after every transition. */
export function nextWakeAt(state: ExecutionState, limits: Limits = defaultLimits): EpochMs | undefined {
  let earliest: EpochMs | undefined;
  eachDeadline(state, limits, ({ at }) => {
    if (earliest === undefined || at < earliest) earliest = at;
  });
  return earliest;
}
