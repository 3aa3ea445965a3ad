// The stored world of a simulation, for the checker.
import {
  StoredRun,
  type ListedRun,
  type RunRecord,
  type StoredStandalone,
  type StoredWorld,
} from "../../checker/stored-world.ts";
import { keyOf, type ExecutionRecord, type Row, type Tables } from "./tables.ts";

/** `namespace` is the one whose actions are recounted. */
export function readWorld(tables: Tables, namespace: string): StoredWorld {
  const rows = [...tables.namespaces.values()];
  const recountedNamespaceId = String(rows.find(({ name }) => name === namespace)?.namespace_id);
  const deleted = [...tables.deletedHistory].filter(([key]) => key.startsWith(recountedNamespaceId));
  return {
    runs: [...tables.executions.values()].map((record) => runOf(tables, record)),
    standalone: [...tables.standalone.values()].map(standaloneOf),
    deletedStandalone: [...tables.deletedStandalone],
    namespaces: rows.map((row) => ({
      namespaceId: String(row.namespace_id),
      name: String(row.name),
      isDeleted: row.deleted_at !== null,
    })),
    batches: [...tables.batches.values()].map((row) => ({
      jobId: String(row.job_id),
      state: Number(row.state),
    })),
    recountedNamespaceId,
    deletedHistories: deleted.map(([, history]) => history.map(({ events }) => events)),
    listed: listedOf(tables),
    actions: actionsOf(tables, namespace),
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

function standaloneOf(row: Row): StoredStandalone {
  return {
    namespaceId: String(row.namespace_id),
    kind: Number(row.kind),
    id: String(row.id),
    runId: String(row.run_id),
    isCurrent: row.is_current === true,
    isClosed: row.close_time !== Infinity,
    sizeBytes: Number(row.state_size_bytes),
    wakeAt: row.wake_at === null ? undefined : Number(row.wake_at),
  };
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
  actions: { namespace: string; kind: string; count: number }[];
  storage: { bytes: number }[];
}

function loggedOf(tables: Tables): Logged[] {
  // Written by counters/counters.ts only.
  return [...tables.counterLog.values()].map((deltas) => JSON.parse(deltas) as Logged);
}

function actionsOf(tables: Tables, namespace: string): Map<string, number> {
  const totals = new Map<string, number>();
  const add = (kind: string, count: number): void => void totals.set(kind, (totals.get(kind) ?? 0) + count);
  for (const row of tables.actionCounters.values())
    if (row.namespace === namespace) add(String(row.kind), Number(row.count));
  for (const { actions } of loggedOf(tables))
    for (const action of actions) if (action.namespace === namespace) add(action.kind, action.count);
  return totals;
}

function bytesOf(tables: Tables): number {
  const folded = [...tables.storageLevels.values()].reduce((sum, row) => sum + Number(row.bytes), 0);
  return loggedOf(tables).reduce(
    (sum, { storage }) => storage.reduce((bytes, change) => bytes + change.bytes, sum),
    folded,
  );
}
