// C4: the state that a history tells.
import { applyEvent } from "./events/index.ts";
import { historyCodec } from "./message-codecs.ts";
import { newState } from "./new-state.ts";
import type { ExecutionState, HistoryEvent } from "./state.ts";
import { numberOf } from "./wire-numbers.ts";

export interface RunIdentity {
  namespace: string;
  namespaceId: string;
  workflowId: string;
  runId: string;
}

/** Replays a whole history. What is not in the history (attempts, heartbeats, started tasks) is as after a fresh start. */
export function rebuild(identity: RunIdentity, events: Iterable<HistoryEvent>): ExecutionState {
  const state = newState(identity);
  for (const event of events) {
    state.version = numberOf(event.version);
    state.nextEventId = numberOf(event.eventId) + 1;
    state.historySizeBytes += historyCodec.encode({ events: [event] }).length;
    applyEvent(state, event);
    if (numberOf(event.eventId) === state.closeEventId) state.closeEvent = event;
  }
  return state;
}
