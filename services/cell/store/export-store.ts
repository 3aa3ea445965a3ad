// Reads closed workflows in the order in which they closed, for exports, and keeps how far each sink's were counted.
// Every lookup names its namespace.
import type { Queryable } from "#shared/postgres";
import type { Statement } from "./statement.ts";

/** Times in milliseconds. */
export interface ClosedPosition {
  closeTime: number;
  startTime: number;
  runId: string;
}

export interface ClosedRun extends ClosedPosition {
  workflowId: string;
  workflowType: string;
  taskQueue: string;
  historyBytes: number;
}

interface Row {
  close_time: string;
  start_time: string;
  run_id: string;
  workflow_id: string;
  workflow_type: string;
  task_queue: string;
  history_bytes: string;
}

// The order of visibility_order from its end. An open workflow closes at infinity.
const CLOSED = `select (extract(epoch from v.close_time) * 1000)::bigint as close_time,
  (extract(epoch from v.start_time) * 1000)::bigint as start_time, v.run_id, v.workflow_id, v.workflow_type,
  v.task_queue, e.history_bytes
from visibility v join executions e on e.namespace_id = v.namespace_id and e.run_id = v.run_id
where v.namespace_id = $1 and v.close_time < to_timestamp($2::numeric / 1000)
  and (v.close_time, v.start_time, v.run_id) >
    (to_timestamp($3::numeric / 1000), to_timestamp($4::numeric / 1000), $5::uuid)
order by v.close_time, v.start_time, v.run_id limit $6`;

/** Those after a position and closed before a time. */
export async function readClosedRuns(
  queryable: Queryable,
  namespaceId: string,
  range: { after: ClosedPosition; closedBefore: number; rowsMax: number },
): Promise<ClosedRun[]> {
  const { after, closedBefore, rowsMax } = range;
  const { rows } = await queryable.query<Row>({
    name: "closed-runs",
    text: CLOSED,
    values: [namespaceId, closedBefore, after.closeTime, after.startTime, after.runId, rowsMax],
  });
  return rows.map((row) => ({
    closeTime: Number(row.close_time),
    startTime: Number(row.start_time),
    runId: row.run_id,
    workflowId: row.workflow_id,
    workflowType: row.workflow_type,
    taskQueue: row.task_queue,
    historyBytes: Number(row.history_bytes),
  }));
}

/** All batches of a run in their order: together they are its encoded history. */
export async function readWholeHistory(
  queryable: Queryable,
  run: { namespaceId: string; runId: string },
): Promise<Buffer> {
  const { rows } = await queryable.query<{ events: Buffer }>({
    name: "history-whole",
    text: "select events from history where namespace_id = $1 and run_id = $2 order by first_event_id",
    values: [run.namespaceId, run.runId],
  });
  return Buffer.concat(rows.map((row) => row.events));
}

/** How far a sink's exports were counted. */
export async function readExportMark(
  queryable: Queryable,
  key: { namespaceId: string; sinkId: string },
): Promise<ClosedPosition | undefined> {
  const { rows } = await queryable.query<{ close_time: string; start_time: string; run_id: string }>(
    "select close_time, start_time, run_id from export_marks where sink_id = $1 and namespace_id = $2",
    [key.sinkId, key.namespaceId],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  return { closeTime: Number(row.close_time), startTime: Number(row.start_time), runId: row.run_id };
}

/** Repeatable: the row is replaced by its id. */
export function upsertExportMark(
  key: { namespaceId: string; sinkId: string },
  { closeTime, startTime, runId }: ClosedPosition,
): Statement {
  return {
    name: "export-mark-upsert",
    text: `insert into export_marks (sink_id, namespace_id, close_time, start_time, run_id)
values ($1, $2, $3, $4, $5)
on conflict (sink_id) do update set close_time = excluded.close_time, start_time = excluded.start_time,
  run_id = excluded.run_id where export_marks.namespace_id = excluded.namespace_id`,
    values: [key.sinkId, key.namespaceId, closeTime, startTime, runId],
  };
}

export function deleteExportMarks(namespaceId: string): Statement {
  return {
    name: "export-marks-delete",
    text: "delete from export_marks where namespace_id = $1",
    values: [namespaceId],
  };
}
