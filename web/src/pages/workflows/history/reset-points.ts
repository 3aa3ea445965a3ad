// Where a run can be reset to: the ends of its workflow tasks.
import { typeOf, type HistoryEvent } from "./history-event.ts";

const ENDS = new Set(["WORKFLOW_TASK_COMPLETED", "WORKFLOW_TASK_FAILED", "WORKFLOW_TASK_TIMED_OUT"]);

/** The last end of a workflow task at or before an event; ids are counted from 1 without a gap. */
export function resetPointAt(events: readonly HistoryEvent[], eventId: string): HistoryEvent | undefined {
  for (let at = Math.min(Number(eventId), events.length) - 1; at >= 0; at -= 1) {
    const event = events[at];
    if (event !== undefined && ENDS.has(typeOf(event))) return event;
  }
  return undefined;
}

export function firstResetPoint(events: readonly HistoryEvent[]): HistoryEvent | undefined {
  return events.find((event) => ENDS.has(typeOf(event)));
}

export function lastResetPoint(events: readonly HistoryEvent[]): HistoryEvent | undefined {
  return events.findLast((event) => ENDS.has(typeOf(event)));
}
