// The stored world of a real cell: everything is read from its database in one snapshot, for the checker.
import pg from "pg";
import { StoredRun, type ListedRun, type StoredWorld } from "./stored-world.ts";

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
const LISTED = "select workflow_id, run_id, status, close_time < 'infinity' as is_closed from visibility";
const ACTIONS = `select kind, sum(count)::bigint as count from (
  select kind, count from action_counters union all
  select a.kind, a.count from counter_log, jsonb_to_recordset(deltas::jsonb->'actions') as a (kind text, count bigint)
) as counted group by kind`;
const BYTES = `select coalesce(sum(bytes), 0)::bigint as bytes from (
  select bytes from storage_levels union all
  select s.bytes from counter_log, jsonb_to_recordset(deltas::jsonb->'storage') as s (bytes numeric)
) as counted`;

export async function readPostgresWorld(databaseUrl: string): Promise<StoredWorld> {
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
    const actions = await client.query<{ kind: string; count: string }>(ACTIONS);
    const bytes = await client.query<{ bytes: string }>(BYTES);
    const batches = new Map<string, Buffer[]>();
    for (const { run_id, events } of history.rows) {
      const known = batches.get(run_id);
      if (known === undefined) batches.set(run_id, [events]);
      else known.push(events);
    }
    return {
      runs: runs.rows.map((row) => runOf(row, batches.get(row.run_id) ?? [])),
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
