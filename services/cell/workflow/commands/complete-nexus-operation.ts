// An operation that went on without its caller has ended. The news may overtake the answer to the start.
import { CloudError } from "#shared/errors";
import type { CommandOf } from "../command.ts";
import { payloadCodec } from "../message-codecs.ts";
import { closeOperation } from "../nexus/close-operation.ts";
import { recordOperationStarted } from "../nexus/start-operation.ts";
import { requireRunning } from "../running.ts";
import type { Transition } from "../transition.ts";

export function completeNexusOperation(
  transition: Transition,
  command: CommandOf<"completeNexusOperation">,
): undefined {
  requireRunning(transition);
  const { state, context } = transition;
  const operation = state.nexusOperations.get(command.scheduledEventId);
  if (operation?.requestId !== command.requestId) throw new CloudError("NOT_FOUND", "operation not found");
  const { outcome } = command;
  if (outcome.kind === "succeeded" && outcome.result !== undefined) {
    if (payloadCodec.encode(outcome.result).length > context.limits.blobBytesMax)
      throw new CloudError("INVALID_ARGUMENT", "result exceeds size limit");
  }
  if (operation.startedAt === 0) recordOperationStarted(transition, operation, command);
  closeOperation(transition, operation, outcome, []);
  return undefined;
}
