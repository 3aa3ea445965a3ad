// The events by which a Nexus operation of a run ends.
import type { HistoryEvent } from "../state.ts";
import type { WireInt64 } from "../wire-numbers.ts";

/** Which operation an event is about. */
export interface OperationNews {
  scheduledEventId?: WireInt64;
  requestId?: string | null;
}

/** Undefined for any other event. */
export function operationEndOf(event: HistoryEvent): OperationNews | undefined {
  return (
    event.nexusOperationCompletedEventAttributes ??
    event.nexusOperationFailedEventAttributes ??
    event.nexusOperationCanceledEventAttributes ??
    event.nexusOperationTimedOutEventAttributes ??
    undefined
  );
}
