// C4: the state that a history tells.
import type { ExecutionState, HistoryEvent } from "./state.ts";

export interface RunIdentity {
  namespace: string;
  namespaceId: string;
  workflowId: string;
  runId: string;
}

/** Replays a whole history. What is not in the history (attempts, heartbeats, started tasks) is as after a fresh start. */
export function rebuild(_identity: RunIdentity, _events: Iterable<HistoryEvent>): ExecutionState {
  throw new Error("not there yet");
}
