// Ends a Nexus operation of a run: completed, failed, canceled or timed out; then the workflow is told.
import { temporal } from "#contracts";
import type { HistoryEvent } from "../state.ts";
import type { Transition } from "../transition.ts";
import { int64 } from "../wire-numbers.ts";
import { scheduleTask } from "../workflow-task/schedule-task.ts";
import type { NexusOperation } from "./nexus-operation.ts";
import type { OperationOutcome } from "./operation-answer.ts";
import { asCanceled, operationFailure, timeoutCause } from "./operation-failures.ts";

type Failure = temporal.api.failure.v1.IFailure;
type Link = temporal.api.common.v1.ILink;
const { EventType } = temporal.api.enums.v1;

export function closeOperation(
  transition: Transition,
  operation: NexusOperation,
  outcome: OperationOutcome,
  links: Link[],
): void {
  if (outcome.kind === "succeeded") {
    end(transition, {
      eventType: EventType.EVENT_TYPE_NEXUS_OPERATION_COMPLETED,
      links,
      nexusOperationCompletedEventAttributes: { ...namesOf(operation), result: outcome.result ?? null },
    });
    return;
  }
  if (outcome.state === "failed") return failOperation(transition, operation, outcome.failure);
  end(transition, {
    eventType: EventType.EVENT_TYPE_NEXUS_OPERATION_CANCELED,
    nexusOperationCanceledEventAttributes: {
      ...namesOf(operation),
      failure: operationFailure(operation, asCanceled(outcome.failure)),
    },
  });
}

export function failOperation(transition: Transition, operation: NexusOperation, cause: Failure): void {
  end(transition, {
    eventType: EventType.EVENT_TYPE_NEXUS_OPERATION_FAILED,
    nexusOperationFailedEventAttributes: {
      ...namesOf(operation),
      failure: operationFailure(operation, cause),
    },
  });
}

export function timeOutOperation(
  transition: Transition,
  operation: NexusOperation,
  timeoutType: temporal.api.enums.v1.TimeoutType,
): void {
  end(transition, {
    eventType: EventType.EVENT_TYPE_NEXUS_OPERATION_TIMED_OUT,
    nexusOperationTimedOutEventAttributes: {
      ...namesOf(operation),
      failure: operationFailure(operation, timeoutCause(timeoutType)),
    },
  });
}

function namesOf({ scheduledEventId, requestId }: NexusOperation): {
  scheduledEventId: ReturnType<typeof int64>;
  requestId: string;
} {
  return { scheduledEventId: int64(scheduledEventId), requestId };
}

function end(transition: Transition, event: HistoryEvent): void {
  transition.add(event);
  scheduleTask(transition);
}
