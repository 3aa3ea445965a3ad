// The stored form of a state.
import type { ExecutionState } from "../state.ts";

export function encodeState(_state: ExecutionState): Uint8Array {
  throw new Error("not there yet");
}

/** After this, load `missingEvents` from the history and `attachEvents` before the state is given to `decide`. */
export function decodeState(_bytes: Uint8Array): ExecutionState {
  throw new Error("not there yet");
}
