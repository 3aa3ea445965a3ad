// The earliest moment at which something happens by itself.
import type { EpochMs } from "#shared/clock";
import type { ExecutionState } from "./state.ts";

/** When to send the command `wake`; undefined when nothing is due ever. Ask again after every transition. */
export function nextWakeAt(_state: ExecutionState): EpochMs | undefined {
  throw new Error("not there yet");
}
