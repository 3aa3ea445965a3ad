// The handler of a Nexus operation answered to its start, or could not be asked. An answer to an attempt that is over
// changes nothing.
import { CloudError } from "#shared/errors";
import type { CommandOf } from "../command.ts";
import { payloadCodec } from "../message-codecs.ts";
import { closeOperation, failOperation, timeOutOperation } from "../nexus/close-operation.ts";
import { backOff } from "../nexus/delivery.ts";
import type { StartAnswer } from "../nexus/operation-answer.ts";
import { callHandler } from "../nexus/operation-effects.ts";
import { callFailure } from "../nexus/operation-failures.ts";
import { recordOperationStarted } from "../nexus/start-operation.ts";
import { requireRunning } from "../running.ts";
import type { Transition } from "../transition.ts";

export function nexusStartAnswered(
  transition: Transition,
  command: CommandOf<"nexusStartAnswered">,
): undefined {
  requireRunning(transition);
  const { state, context, now } = transition;
  const operation = state.nexusOperations.get(command.scheduledEventId);
  const isWaiting =
    operation?.startedAt === 0 && operation.attempt === command.attempt && !operation.isBackingOff;
  if (!isWaiting) throw new CloudError("NOT_FOUND", "operation not found");
  const answer = checked(transition, command.answer);
  switch (answer.kind) {
    case "started":
      recordOperationStarted(transition, operation, answer);
      // A cancel request may have waited for the token.
      callHandler(transition, operation);
      return undefined;
    case "succeeded":
    case "unsuccessful":
      closeOperation(transition, operation, answer, answer.links);
      return undefined;
    case "outOfTime":
      timeOutOperation(transition, operation, answer.timeoutType);
      return undefined;
    case "callFailed":
      if (!answer.isRetryable) {
        failOperation(transition, operation, answer.failure);
        return undefined;
      }
      backOff(operation, answer.failure, { now, seed: operation.requestId, limits: context.limits });
      transition.isDurable = true;
      return undefined;
  }
}

/** What is too large to be kept ends the operation: asked again, the handler would say the same. */
function checked({ context }: Transition, answer: StartAnswer): StartAnswer {
  const { nexusTokenBytesMax, blobBytesMax } = context.limits;
  if (answer.kind === "started") {
    const bytes = Buffer.byteLength(answer.operationToken);
    if (bytes <= nexusTokenBytesMax) return answer;
    return refused(`invalid operation token: length exceeds allowed limit (${bytes}/${nexusTokenBytesMax})`);
  }
  if (answer.kind !== "succeeded" || answer.result === undefined) return answer;
  const isTooLarge = payloadCodec.encode(answer.result).length > blobBytesMax;
  return isTooLarge ? refused("http: response body too large") : answer;
}

function refused(message: string): StartAnswer {
  return { kind: "callFailed", failure: callFailure(message, false), isRetryable: false };
}
