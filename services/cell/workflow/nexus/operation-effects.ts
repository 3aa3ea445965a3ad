// Calls to the handlers of Nexus operations as effects, made from the state and what the scheduled events say.
import type { CancelNexusOperation, StartNexusOperation } from "../effect.ts";
import type { OperationTimes } from "./call-window.ts";
import { isCancelDue, type NexusOperation } from "./nexus-operation.ts";

/** Undefined while the scheduled event is not in memory. */
export function startOperationEffect(operation: NexusOperation): StartNexusOperation | undefined {
  const { scheduled } = operation;
  if (scheduled === undefined) return undefined;
  return {
    kind: "startNexusOperation",
    scheduledEventId: operation.scheduledEventId,
    attempt: operation.attempt,
    endpointId: operation.endpointId,
    endpoint: operation.endpoint,
    service: operation.service,
    operation: operation.operation,
    requestId: operation.requestId,
    input: scheduled.input ?? undefined,
    header: scheduled.nexusHeader ?? {},
    times: timesOf(operation),
  };
}

export function cancelOperationEffect(operation: NexusOperation): CancelNexusOperation | undefined {
  const { scheduled, cancellation } = operation;
  if (scheduled === undefined || cancellation === undefined) return undefined;
  return {
    kind: "cancelNexusOperation",
    scheduledEventId: operation.scheduledEventId,
    attempt: cancellation.attempt,
    endpointId: operation.endpointId,
    endpoint: operation.endpoint,
    service: operation.service,
    operation: operation.operation,
    operationToken: operation.operationToken,
    header: scheduled.nexusHeader ?? {},
    times: timesOf(operation),
  };
}

/** What is to be called for an operation now, if anything. */
export function pendingCall(
  operation: NexusOperation,
): StartNexusOperation | CancelNexusOperation | undefined {
  if (operation.startedAt === 0) return operation.isBackingOff ? undefined : startOperationEffect(operation);
  const isSent = isCancelDue(operation) && operation.cancellation?.isBackingOff === false;
  return isSent ? cancelOperationEffect(operation) : undefined;
}

/** A copy: the effect may be carried out when the operation has gone on. */
function timesOf(operation: NexusOperation): OperationTimes {
  const { scheduledAt, startedAt, scheduleToCloseMs, scheduleToStartMs, startToCloseMs } = operation;
  return { scheduledAt, startedAt, scheduleToCloseMs, scheduleToStartMs, startToCloseMs };
}
