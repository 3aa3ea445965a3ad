// Calls to the handlers of Nexus operations as effects, made from the state and what the scheduled events say.
import type { CancelNexusOperation, NexusCall, StartNexusOperation } from "../effect.ts";
import type { Transition } from "../transition.ts";
import { isCancelDue, type NexusOperation, type NexusScheduled } from "./nexus-operation.ts";

/** Makes the call that is to be made for an operation now, if any. */
export function callHandler({ effects }: Transition, operation: NexusOperation): void {
  const call = pendingCall(operation);
  if (call !== undefined) effects.push(call);
}

/** What is to be called for an operation now, if anything. Undefined too while the scheduled event is not in memory. */
export function pendingCall(
  operation: NexusOperation,
): StartNexusOperation | CancelNexusOperation | undefined {
  const { scheduled, cancellation } = operation;
  if (scheduled === undefined) return undefined;
  if (operation.startedAt === 0) return operation.isBackingOff ? undefined : startOf(operation, scheduled);
  if (cancellation === undefined || !isCancelDue(operation) || cancellation.isBackingOff) return undefined;
  return {
    ...callOf(operation, scheduled),
    kind: "cancelNexusOperation",
    attempt: cancellation.attempt,
    operationToken: operation.operationToken,
  };
}

function startOf(operation: NexusOperation, scheduled: NexusScheduled): StartNexusOperation {
  return {
    ...callOf(operation, scheduled),
    kind: "startNexusOperation",
    attempt: operation.attempt,
    requestId: operation.requestId,
    input: scheduled.input ?? undefined,
  };
}

/** A copy: the effect may be carried out when the operation has gone on. */
function callOf(called: NexusOperation, { nexusHeader }: NexusScheduled): Omit<NexusCall, "attempt"> {
  const { scheduledEventId, endpointId, endpoint, service, operation } = called;
  const { scheduledAt, startedAt, scheduleToCloseMs, scheduleToStartMs, startToCloseMs } = called;
  return {
    scheduledEventId,
    endpointId,
    endpoint,
    service,
    operation,
    header: nexusHeader ?? {},
    times: { scheduledAt, startedAt, scheduleToCloseMs, scheduleToStartMs, startToCloseMs },
  };
}
