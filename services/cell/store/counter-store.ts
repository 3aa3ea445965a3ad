// Counters: the log of deltas (one small row for each flush), the totals they are folded into, and the pages that
// readers follow by revision. Totals only ever rise (U2).
import { int8Array, textArray } from "#shared/postgres-arrays";
import type { Queryable } from "#shared/postgres";
import type { Statement } from "./statement.ts";

export interface ActionDelta {
  namespace: string;
  minute: number;
  kind: string;
  workflowType: string;
  taskQueue: string;
  count: number;
}

export interface ActionTotal extends ActionDelta {
  revision: number;
}

export interface StorageDelta {
  namespace: string;
  hour: number;
  storageClass: string;
  byteMs: bigint;
}

export interface StorageTotal {
  namespace: string;
  hour: number;
  storageClass: string;
  byteMs: string;
  revision: number;
}

export interface StorageLevel {
  namespace: string;
  storageClass: string;
  bytes: number;
  integratedTo: number;
}

export function insertLog(flushNumber: number, deltas: string): Statement {
  return {
    name: "counter-log-insert",
    text: "insert into counter_log (flush_number, deltas) values ($1, $2)",
    values: [flushNumber, deltas],
  };
}

/** Only in the flush that folds these rows into the totals. */
export function deleteLog(untilFlushNumber: number): Statement {
  return {
    name: "counter-log-delete",
    text: "delete from counter_log where flush_number <= $1",
    values: [untilFlushNumber],
  };
}

export async function readLog(queryable: Queryable): Promise<string[]> {
  const { rows } = await queryable.query<{ deltas: string }>(
    "select deltas from counter_log order by flush_number",
  );
  return rows.map((row) => row.deltas);
}

const ADD_ACTIONS = `insert into action_counters (namespace, minute, kind, workflow_type, task_queue, count, revision)
select * from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::bigint[])
on conflict (namespace, minute, kind, workflow_type, task_queue)
do update set count = action_counters.count + excluded.count, revision = excluded.revision`;

/** Adds deltas; each row takes the next revision from `firstRevision` on. */
export function addActions(deltas: readonly ActionDelta[], firstRevision: number): Statement {
  return {
    name: "action-counters-add",
    text: ADD_ACTIONS,
    values: [
      textArray(deltas.map((delta) => delta.namespace)),
      int8Array(deltas.map((delta) => delta.minute)),
      textArray(deltas.map((delta) => delta.kind)),
      textArray(deltas.map((delta) => delta.workflowType)),
      textArray(deltas.map((delta) => delta.taskQueue)),
      int8Array(deltas.map((delta) => delta.count)),
      int8Array(deltas.map((_, place) => firstRevision + place)),
    ],
  };
}

const ADD_STORAGE = `insert into storage_counters (namespace, hour, class, byte_ms, revision)
select n, h, c, b::numeric, r from unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::bigint[])
  as row (n, h, c, b, r)
on conflict (namespace, hour, class)
do update set byte_ms = storage_counters.byte_ms + excluded.byte_ms, revision = excluded.revision`;

export function addStorage(deltas: readonly StorageDelta[], firstRevision: number): Statement {
  return {
    name: "storage-counters-add",
    text: ADD_STORAGE,
    values: [
      textArray(deltas.map((delta) => delta.namespace)),
      int8Array(deltas.map((delta) => delta.hour)),
      textArray(deltas.map((delta) => delta.storageClass)),
      textArray(deltas.map((delta) => delta.byteMs.toString())),
      int8Array(deltas.map((_, place) => firstRevision + place)),
    ],
  };
}

const SET_LEVELS = `insert into storage_levels (namespace, class, bytes, integrated_to)
select n, c, b::numeric, t from unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[]) as row (n, c, b, t)
on conflict (namespace, class) do update set bytes = excluded.bytes, integrated_to = excluded.integrated_to`;

export function setLevels(levels: readonly StorageLevel[]): Statement {
  return {
    name: "storage-levels-set",
    text: SET_LEVELS,
    values: [
      textArray(levels.map((level) => level.namespace)),
      textArray(levels.map((level) => level.storageClass)),
      int8Array(levels.map((level) => level.bytes)),
      int8Array(levels.map((level) => level.integratedTo)),
    ],
  };
}

export async function readLevels(queryable: Queryable): Promise<StorageLevel[]> {
  const { rows } = await queryable.query<{
    namespace: string;
    class: string;
    bytes: string;
    integrated_to: string;
  }>("select namespace, class, bytes, integrated_to from storage_levels");
  return rows.map((row) => ({
    namespace: row.namespace,
    storageClass: row.class,
    bytes: Number(row.bytes),
    integratedTo: Number(row.integrated_to),
  }));
}

/** Totals that changed after a revision, in revision order. */
export async function readActionTotals(
  queryable: Queryable,
  page: { afterRevision: number; rowsMax: number },
): Promise<ActionTotal[]> {
  const { rows } = await queryable.query<{
    namespace: string;
    minute: string;
    kind: string;
    workflow_type: string;
    task_queue: string;
    count: string;
    revision: string;
  }>("select * from action_counters where revision > $1 order by revision limit $2", [
    page.afterRevision,
    page.rowsMax,
  ]);
  return rows.map((row) => ({
    namespace: row.namespace,
    minute: Number(row.minute),
    kind: row.kind,
    workflowType: row.workflow_type,
    taskQueue: row.task_queue,
    count: Number(row.count),
    revision: Number(row.revision),
  }));
}

export async function readStorageTotals(
  queryable: Queryable,
  page: { afterRevision: number; rowsMax: number },
): Promise<StorageTotal[]> {
  const { rows } = await queryable.query<{
    namespace: string;
    hour: string;
    class: string;
    byte_ms: string;
    revision: string;
  }>("select * from storage_counters where revision > $1 order by revision limit $2", [
    page.afterRevision,
    page.rowsMax,
  ]);
  return rows.map((row) => ({
    namespace: row.namespace,
    hour: Number(row.hour),
    storageClass: row.class,
    byteMs: row.byte_ms,
    revision: Number(row.revision),
  }));
}
