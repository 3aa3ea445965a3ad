// A Nexus operation that a run waits for: what it asks for, by when it must end, and how its calls went so far.
import type { temporal } from "#contracts";
import type { EpochMs } from "#shared/clock";

export type NexusScheduled = temporal.api.history.v1.INexusOperationScheduledEventAttributes;

/** How often something was tried and when it is tried again. Not told by the history. */
export interface Delivery {
  /** Attempts that are over. */
  attempt: number;
  /** The next attempt waits for `nextAttemptAt`. */
  isBackingOff: boolean;
  nextAttemptAt: EpochMs;
  lastAttemptClosedAt: EpochMs;
  /** Encoded Failure of the attempt before. */
  lastFailure: Uint8Array | undefined;
}

/** The wish to cancel an operation. It can be sent only when the operation has started: then it has a token. */
export interface NexusCancellation extends Delivery {
  requestedEventId: number;
  /** When the workflow asked. */
  askedAt: EpochMs;
  /** When it was first due to be sent; 0 while the operation has not started. */
  requestedAt: EpochMs;
  /** Of the request, not of the operation. */
  outcome: "" | "succeeded" | "failed";
}

export interface NexusOperation extends Delivery {
  scheduledEventId: number;
  endpointId: string;
  endpoint: string;
  service: string;
  operation: string;
  /** Makes the start repeatable, and names this operation to those that complete it. */
  requestId: string;
  scheduledAt: EpochMs;
  /** 0: unset. */
  scheduleToCloseMs: number;
  scheduleToStartMs: number;
  startToCloseMs: number;
  /** 0 until the handler said that it goes on without the caller. */
  startedAt: EpochMs;
  operationToken: string;
  cancellation: NexusCancellation | undefined;
  /** In memory only: what the scheduled event says; see `missingEvents`. */
  scheduled?: NexusScheduled;
}

export function newDelivery(): Delivery {
  return {
    attempt: 0,
    isBackingOff: false,
    nextAttemptAt: 0,
    lastAttemptClosedAt: 0,
    lastFailure: undefined,
  };
}

/** Whether the cancel request is to be sent now or later. */
export function isCancelDue(operation: NexusOperation): boolean {
  const { cancellation } = operation;
  return operation.startedAt !== 0 && cancellation !== undefined && cancellation.outcome === "";
}
