// The stored world of a simulation, for the checker.
import { StoredRun, type ListedRun, type RunRecord, type StoredWorld } from "../../checker/stored-world.ts";
import { keyOf, type ExecutionRecord, type Tables } from "./tables.ts";

export function readWorld(tables: Tables): StoredWorld {
  return {
    runs: [...tables.executions.values()].map((record) => runOf(tables, record)),
    deletedHistories: [...tables.deletedHistory.values()].map((rows) => rows.map(({ events }) => events)),
    listed: listedOf(tables),
    actions: actionsOf(tables),
    storedBytes: bytesOf(tables),
  };
}

export function runOf(tables: Tables, record: ExecutionRecord): StoredRun {
  const { namespaceId, workflowId, runId } = record;
  const run: RunRecord = {
    ...record,
    isCurrent: tables.current.get(keyOf(namespaceId, workflowId)) === runId,
    history: (tables.history.get(keyOf(namespaceId, runId)) ?? []).map(({ events }) => events),
  };
  return new StoredRun(run);
}

function listedOf(tables: Tables): Map<string, ListedRun> {
  const executions = [...tables.visibility.values()].filter((row) => row.namespaceId !== row.workflowId);
  return new Map(
    executions.map((row) => [
      keyOf(row.workflowId, row.runId),
      { status: row.status, isClosed: row.closeTime !== Infinity },
    ]),
  );
}

interface Logged {
  actions: { kind: string; count: number }[];
  storage: { bytes: number }[];
}

function loggedOf(tables: Tables): Logged[] {
  // Written by counters/counters.ts only.
  return [...tables.counterLog.values()].map((deltas) => JSON.parse(deltas) as Logged);
}

function actionsOf(tables: Tables): Map<string, number> {
  const totals = new Map<string, number>();
  const add = (kind: string, count: number): void => void totals.set(kind, (totals.get(kind) ?? 0) + count);
  for (const row of tables.actionCounters.values()) add(String(row.kind), Number(row.count));
  for (const { actions } of loggedOf(tables)) for (const { kind, count } of actions) add(kind, count);
  return totals;
}

function bytesOf(tables: Tables): number {
  const folded = [...tables.storageLevels.values()].reduce((sum, row) => sum + Number(row.bytes), 0);
  return loggedOf(tables).reduce(
    (sum, { storage }) => storage.reduce((bytes, change) => bytes + change.bytes, sum),
    folded,
  );
}
