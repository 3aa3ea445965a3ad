// Reads and writes schedules. Writes are statements of a flush, in the transaction of the runs that they start.
import type { Queryable } from "#shared/postgres";
import type { Statement } from "./statement.ts";

export interface ScheduleRow {
  namespaceId: string;
  scheduleId: string;
  incarnationId: string;
  definition: Uint8Array;
  progress: string;
  lastCompletionResult: Uint8Array | undefined;
  continuedFailure: Uint8Array | undefined;
}

export interface ScheduleKey {
  namespaceId: string;
  scheduleId: string;
}

interface StoredRow {
  namespace_id: string;
  schedule_id: string;
  incarnation_id: string;
  definition: Buffer;
  progress: string;
  last_completion_result: Buffer | null;
  continued_failure: Buffer | null;
}

const UPSERT = `insert into schedules (namespace_id, schedule_id, incarnation_id, definition, progress,
  last_completion_result, continued_failure)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (namespace_id, schedule_id) do update set incarnation_id = excluded.incarnation_id,
  definition = excluded.definition, progress = excluded.progress,
  last_completion_result = excluded.last_completion_result, continued_failure = excluded.continued_failure`;

/** Repeatable: the row is replaced by its key. */
export function upsertSchedule(row: ScheduleRow): Statement {
  return {
    name: "schedule-upsert",
    text: UPSERT,
    values: [
      ...[row.namespaceId, row.scheduleId, row.incarnationId, Buffer.from(row.definition), row.progress],
      row.lastCompletionResult === undefined ? null : Buffer.from(row.lastCompletionResult),
      row.continuedFailure === undefined ? null : Buffer.from(row.continuedFailure),
    ],
  };
}

/** Repeatable: what is gone stays gone. */
export function deleteSchedule({ namespaceId, scheduleId }: ScheduleKey): Statement {
  return {
    name: "schedule-delete",
    text: "delete from schedules where namespace_id = $1 and schedule_id = $2",
    values: [namespaceId, scheduleId],
  };
}

export async function readSchedule(
  queryable: Queryable,
  { namespaceId, scheduleId }: ScheduleKey,
): Promise<ScheduleRow | undefined> {
  const { rows } = await queryable.query<StoredRow>(
    "select * from schedules where namespace_id = $1 and schedule_id = $2",
    [namespaceId, scheduleId],
  );
  return rows[0] === undefined ? undefined : rowOf(rows[0]);
}

/** A page of all schedules of the cell, in the order of their keys. */
export async function readSchedules(
  queryable: Queryable,
  page: { after: ScheduleKey; rowsMax: number },
): Promise<ScheduleRow[]> {
  const { rows } = await queryable.query<StoredRow>(
    `select * from schedules where (namespace_id, schedule_id) > ($1, $2)
     order by namespace_id, schedule_id limit $3`,
    [page.after.namespaceId, page.after.scheduleId, page.rowsMax],
  );
  return rows.map(rowOf);
}

function rowOf(row: StoredRow): ScheduleRow {
  return {
    namespaceId: row.namespace_id,
    scheduleId: row.schedule_id,
    incarnationId: row.incarnation_id,
    definition: row.definition,
    progress: row.progress,
    lastCompletionResult: row.last_completion_result ?? undefined,
    continuedFailure: row.continued_failure ?? undefined,
  };
}
