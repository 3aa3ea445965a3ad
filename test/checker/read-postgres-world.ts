// The stored world of a real cell: everything is read from its database in one snapshot, for the checker.
import pg from "pg";
import { StoredRun, type ListedRun, type StoredStandalone, type StoredWorld } from "./stored-world.ts";

interface RunRow {
  namespace_id: string;
  workflow_id: string;
  run_id: string;
  status: number;
  history_bytes: string;
  wake_at: string | null;
  pending: number;
  is_current: boolean;
  state: Buffer;
}

const RUNS = `select e.*, exists (select from current_executions c where c.namespace_id = e.namespace_id
  and c.workflow_id = e.workflow_id and c.run_id = e.run_id) as is_current from executions e`;
const HISTORY = "select run_id, events from history order by run_id, first_event_id";
/** Schedules are listed as executions of a scheduler that is none. */
const LISTED = `select workflow_id, run_id, status, close_time < 'infinity' as is_closed from visibility
  where workflow_id not like 'temporal-sys-scheduler:%'`;
const NAMESPACES = `select namespace_id, name, deleted_at is not null as is_deleted from namespaces`;
const STANDALONE = `select namespace_id, kind, id, run_id, is_current, close_time < 'infinity' as is_closed,
  state_size_bytes, wake_at from standalone_executions`;
const BATCHES = "select job_id, state from batch_operations";
const ACTIONS = `select kind, sum(count)::bigint as count from (
  select namespace, kind, count from action_counters union all
  select a.namespace, a.kind, a.count from counter_log,
    jsonb_to_recordset(deltas::jsonb->'actions') as a (namespace text, kind text, count bigint)
) as counted where namespace = $1 group by kind`;
const BYTES = `select coalesce(sum(bytes), 0)::bigint as bytes from (
  select bytes from storage_levels union all
  select s.bytes from counter_log, jsonb_to_recordset(deltas::jsonb->'storage') as s (bytes numeric)
) as counted`;

interface StandaloneRow {
  namespace_id: string;
  kind: number;
  id: string;
  run_id: string;
  is_current: boolean;
  is_closed: boolean;
  state_size_bytes: string;
  wake_at: string | null;
}

/** `namespace` is the one whose actions are recounted. */
export async function readPostgresWorld(databaseUrl: string, namespace: string): Promise<StoredWorld> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read, read only");
    const runs = await client.query<RunRow>(RUNS);
    const history = await client.query<{ run_id: string; events: Buffer }>(HISTORY);
    const listed = await client.query<{
      workflow_id: string;
      run_id: string;
      status: number;
      is_closed: boolean;
    }>(LISTED);
    const actions = await client.query<{ kind: string; count: string }>(ACTIONS, [namespace]);
    const standalone = await client.query<StandaloneRow>(STANDALONE);
    const batchJobs = await client.query<{ job_id: string; state: number }>(BATCHES);
    const namespaces = await client.query<{ namespace_id: string; name: string; is_deleted: boolean }>(
      NAMESPACES,
    );
    const bytes = await client.query<{ bytes: string }>(BYTES);
    const batches = new Map<string, Buffer[]>();
    for (const { run_id, events } of history.rows) {
      const known = batches.get(run_id);
      if (known === undefined) batches.set(run_id, [events]);
      else known.push(events);
    }
    return {
      runs: runs.rows.map((row) => runOf(row, batches.get(row.run_id) ?? [])),
      standalone: standalone.rows.map(standaloneOf),
      deletedStandalone: undefined,
      namespaces: namespaces.rows.map(({ namespace_id, name, is_deleted }) => ({
        namespaceId: namespace_id,
        name,
        isDeleted: is_deleted,
      })),
      batches: batchJobs.rows.map(({ job_id, state }) => ({ jobId: job_id, state })),
      recountedNamespaceId: namespaces.rows.find(({ name }) => name === namespace)?.namespace_id ?? "",
      deletedHistories: [],
      listed: new Map(
        listed.rows.map((row): [string, ListedRun] => [
          `${row.workflow_id}/${row.run_id}`,
          { status: row.status, isClosed: row.is_closed },
        ]),
      ),
      actions: new Map(actions.rows.map(({ kind, count }) => [kind, Number(count)])),
      storedBytes: Number(bytes.rows[0]?.bytes ?? 0),
    };
  } finally {
    await client.end();
  }
}

function standaloneOf(row: StandaloneRow): StoredStandalone {
  return {
    namespaceId: row.namespace_id,
    kind: row.kind,
    id: row.id,
    runId: row.run_id,
    isCurrent: row.is_current,
    isClosed: row.is_closed,
    sizeBytes: Number(row.state_size_bytes),
    wakeAt: row.wake_at === null ? undefined : Number(row.wake_at),
  };
}

function runOf(row: RunRow, history: readonly Buffer[]): StoredRun {
  return new StoredRun({
    namespaceId: row.namespace_id,
    workflowId: row.workflow_id,
    runId: row.run_id,
    status: row.status,
    historyBytes: Number(row.history_bytes),
    wakeAt: row.wake_at === null ? undefined : Number(row.wake_at),
    pending: row.pending,
    isCurrent: row.is_current,
    state: row.state,
    history,
  });
}
