// The handler of a Nexus operation took the cancel request, or refused it, or could not be asked. How the operation
// itself ends is told by its completion.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { CommandOf } from "../command.ts";
import { backOff, recordFailure } from "../nexus/delivery.ts";
import { isCancelDue } from "../nexus/nexus-operation.ts";
import { callFailure } from "../nexus/operation-failures.ts";
import { timeoutName } from "../retry-policy.ts";
import { requireRunning } from "../running.ts";
import type { Transition } from "../transition.ts";
import { int64 } from "../wire-numbers.ts";
import { scheduleTask } from "../workflow-task/schedule-task.ts";

const { EventType } = temporal.api.enums.v1;

export function nexusCancelAnswered(
  transition: Transition,
  command: CommandOf<"nexusCancelAnswered">,
): undefined {
  requireRunning(transition);
  const { state, context, now } = transition;
  const { limits } = context;
  const operation = state.nexusOperations.get(command.scheduledEventId);
  const cancellation = operation?.cancellation;
  const isWaiting =
    operation !== undefined &&
    isCancelDue(operation) &&
    cancellation?.attempt === command.attempt &&
    !cancellation.isBackingOff;
  if (!isWaiting) throw new CloudError("NOT_FOUND", "operation not found");
  const { answer } = command;
  const about = {
    scheduledEventId: int64(operation.scheduledEventId),
    requestedEventId: int64(cancellation.requestedEventId),
  };
  if (answer.kind === "accepted") {
    transition.add({
      eventType: EventType.EVENT_TYPE_NEXUS_OPERATION_CANCEL_REQUEST_COMPLETED,
      workerMayIgnore: true,
      nexusOperationCancelRequestCompletedEventAttributes: about,
    });
    scheduleTask(transition);
    return undefined;
  }
  if (answer.kind === "callFailed" && answer.isRetryable) {
    backOff(cancellation, answer.failure, { now, seed: operation.requestId, limits });
    transition.isDurable = true;
    return undefined;
  }
  const failure = answer.kind === "callFailed" ? answer.failure : outOfTime(answer.timeoutType);
  transition.add({
    eventType: EventType.EVENT_TYPE_NEXUS_OPERATION_CANCEL_REQUEST_FAILED,
    workerMayIgnore: true,
    nexusOperationCancelRequestFailedEventAttributes: { ...about, failure },
  });
  recordFailure(cancellation, failure, limits);
  scheduleTask(transition);
  return undefined;
}

function outOfTime(timeoutType: temporal.api.enums.v1.TimeoutType): ReturnType<typeof callFailure> {
  const name = timeoutName(timeoutType);
  return callFailure(`not enough time to execute another request before ${name} timeout`, false);
}
