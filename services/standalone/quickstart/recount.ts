// The customer's own count of billable actions: from the event histories of every workflow in the namespace, plus
// the log of its calls that leave no event. It shares no number with the cloud's meter.
import type { Client } from "@temporalio/client";
import type { temporal } from "#contracts";
import { actionsOfHistory, comparableKind, type ActionKind } from "#usage/actions";

/** Calls that leave no event, counted where they are made. */
export interface CallLog {
  queries: number;
  heartbeats: number;
  rejectedUpdates: number;
}

export interface Recount {
  total: number;
  byKind: Map<string, number>;
  executions: number;
}

const HISTORIES_IN_FLIGHT = 10;

export async function recount(client: Client, log: CallLog): Promise<Recount> {
  const byKind = new Map<string, number>();
  const add = (kind: ActionKind, count: number): void => {
    const name = comparableKind(kind);
    if (count > 0) byKind.set(name, (byKind.get(name) ?? 0) + count);
  };
  let executions = 0;
  const histories = client.workflow.list().intoHistories({ concurrency: HISTORIES_IN_FLIGHT });
  for await (const { history } of histories) {
    executions += 1;
    // The SDK types a fetched history as unknown; it is the decoded temporal.api.history.v1.History.
    const { events } = history as temporal.api.history.v1.IHistory;
    for (const [kind, count] of actionsOfHistory(events ?? [])) add(kind, count);
  }
  add("query_workflow", log.queries);
  add("record_activity_heartbeat", log.heartbeats);
  add("reject_workflow_update", log.rejectedUpdates);
  return { total: [...byKind.values()].reduce((sum, count) => sum + count, 0), byKind, executions };
}
