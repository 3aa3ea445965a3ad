// The statements of a flush that write executions, their current run and their history: a few multi-row statements
// whatever the number of transitions. Every one can be repeated.
// Arrays are unnested side by side in the select list: in FROM, each would fill a tuplestore of its own first, which
// costs a small flush more than its rows do.
import { byteaArray, int2Array, int8Array, textArray, uuidArray } from "#shared/postgres-arrays";
import type { PendingPlace } from "../workflow/index.ts";
import { numberOfPending } from "./pending-column.ts";
import type { Statement } from "./statement.ts";

export interface ExecutionRow {
  namespaceId: string;
  workflowId: string;
  runId: string;
  status: number;
  historyBytes: number;
  wakeAt: number | undefined;
  deleteAt: number | undefined;
  taskQueue: string;
  pending: PendingPlace;
  state: Uint8Array;
}

export interface HistoryRow {
  namespaceId: string;
  runId: string;
  firstEventId: number;
  events: Uint8Array;
}

export interface RunRow {
  namespaceId: string;
  workflowId: string;
  runId: string;
}

const UPSERT_EXECUTIONS = `insert into executions
  (namespace_id, run_id, workflow_id, status, history_bytes, wake_at, delete_at, pending, task_queue, state)
select unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::text[]), unnest($4::smallint[]), unnest($5::bigint[]),
  unnest($6::bigint[]), unnest($7::bigint[]), unnest($8::smallint[]), unnest($9::text[]), unnest($10::bytea[])
on conflict (namespace_id, run_id) do update set status = excluded.status, history_bytes = excluded.history_bytes,
  wake_at = excluded.wake_at, delete_at = excluded.delete_at, pending = excluded.pending, state = excluded.state`;

const UPSERT_CURRENT = `insert into current_executions (namespace_id, workflow_id, run_id)
select unnest($1::uuid[]), unnest($2::text[]), unnest($3::uuid[])
on conflict (namespace_id, workflow_id) do update set run_id = excluded.run_id`;

const INSERT_HISTORY = `insert into history (namespace_id, run_id, first_event_id, events)
select unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::bigint[]), unnest($4::bytea[])`;

const DELETE_EXECUTIONS = `delete from executions using unnest($1::uuid[], $2::uuid[]) as gone (n, r)
where executions.namespace_id = gone.n and executions.run_id = gone.r`;

const DELETE_HISTORY = `delete from history using unnest($1::uuid[], $2::uuid[]) as gone (n, r)
where history.run_id = gone.r and history.namespace_id = gone.n`;

const DELETE_CURRENT = `delete from current_executions using unnest($1::uuid[], $2::text[], $3::uuid[]) as gone (n, w, r)
where current_executions.namespace_id = gone.n and current_executions.workflow_id = gone.w
  and current_executions.run_id = gone.r`;

export function upsertExecutions(rows: readonly ExecutionRow[]): Statement {
  return {
    name: "executions-upsert",
    text: UPSERT_EXECUTIONS,
    values: [
      uuidArray(rows.map((row) => row.namespaceId)),
      uuidArray(rows.map((row) => row.runId)),
      textArray(rows.map((row) => row.workflowId)),
      int2Array(rows.map((row) => row.status)),
      int8Array(rows.map((row) => row.historyBytes)),
      int8Array(rows.map((row) => row.wakeAt)),
      int8Array(rows.map((row) => row.deleteAt)),
      int2Array(rows.map((row) => numberOfPending(row.pending))),
      textArray(rows.map((row) => row.taskQueue)),
      byteaArray(rows.map((row) => row.state)),
    ],
  };
}

export function upsertCurrent(rows: readonly RunRow[]): Statement {
  return {
    name: "current-upsert",
    text: UPSERT_CURRENT,
    values: [
      uuidArray(rows.map((row) => row.namespaceId)),
      textArray(rows.map((row) => row.workflowId)),
      uuidArray(rows.map((row) => row.runId)),
    ],
  };
}

/** Not an upsert: a second batch at the same event id would be a second writer, and must fail the flush. */
export function insertHistory(rows: readonly HistoryRow[]): Statement {
  return {
    name: "history-insert",
    text: INSERT_HISTORY,
    values: [
      uuidArray(rows.map((row) => row.namespaceId)),
      uuidArray(rows.map((row) => row.runId)),
      int8Array(rows.map((row) => row.firstEventId)),
      byteaArray(rows.map((row) => row.events)),
    ],
  };
}

/** Everything that is stored about the runs except what is listed. */
export function deleteRuns(rows: readonly RunRow[]): Statement[] {
  const namespaceIds = uuidArray(rows.map((row) => row.namespaceId));
  const runIds = uuidArray(rows.map((row) => row.runId));
  const workflowIds = textArray(rows.map((row) => row.workflowId));
  return [
    { name: "history-delete", text: DELETE_HISTORY, values: [namespaceIds, runIds] },
    { name: "current-delete", text: DELETE_CURRENT, values: [namespaceIds, workflowIds, runIds] },
    { name: "executions-delete", text: DELETE_EXECUTIONS, values: [namespaceIds, runIds] },
  ];
}
