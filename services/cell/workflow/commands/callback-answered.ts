// A completion callback was told of the end, or could not be. An answer to an attempt that is over changes nothing.
import type { CommandOf } from "../command.ts";
import { backOff, recordAttempt, recordFailure } from "../nexus/delivery.ts";
import type { Transition } from "../transition.ts";

export function callbackAnswered(transition: Transition, command: CommandOf<"callbackAnswered">): undefined {
  const { state, now, context } = transition;
  const { limits } = context;
  const callback = state.callbacks[command.index];
  if (callback?.stage !== "due" || callback.isBackingOff || callback.attempt !== command.attempt)
    return undefined;
  transition.isDurable = true;
  const { answer } = command;
  if (answer.kind === "told") {
    recordAttempt(callback, now);
    callback.stage = "succeeded";
    return undefined;
  }
  const { message, isRetryable } = answer;
  const failure = { message, applicationFailureInfo: { nonRetryable: !isRetryable } };
  if (isRetryable) {
    backOff(callback, failure, { now, seed: `${state.runId}:${command.index}`, limits });
    return undefined;
  }
  recordAttempt(callback, now);
  recordFailure(callback, failure, limits);
  callback.stage = "failed";
  return undefined;
}
