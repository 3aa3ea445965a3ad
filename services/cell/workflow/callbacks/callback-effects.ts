// Calls of completion callbacks as effects. Needs the closing event in memory; see `missingEvents`.
import type { CallCompletionCallback } from "../effect.ts";
import { callbackCodec } from "../message-codecs.ts";
import type { ExecutionState } from "../state.ts";
import { operationCompletion } from "./operation-completion.ts";

/** Of the callback at this place, if it is due now. */
export function callbackEffect(state: ExecutionState, index: number): CallCompletionCallback | undefined {
  const { closeEvent } = state;
  const callback = state.callbacks[index];
  if (closeEvent === undefined || callback?.stage !== "due" || callback.isBackingOff) return undefined;
  const { nexus } = callbackCodec.decode(callback.callback);
  return {
    kind: "callCompletionCallback",
    index,
    attempt: callback.attempt,
    url: nexus?.url ?? "",
    header: nexus?.header ?? {},
    completion: operationCompletion(state, closeEvent, callback),
  };
}

export function callbackEffects(state: ExecutionState): CallCompletionCallback[] {
  return state.callbacks.flatMap((_callback, index) => callbackEffect(state, index) ?? []);
}

/** Whether somebody is still to be told of the end. */
export function owesCallbacks(state: ExecutionState): boolean {
  return state.callbacks.some(({ stage }) => stage === "due");
}
