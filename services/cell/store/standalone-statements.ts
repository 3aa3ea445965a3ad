// The statements of a flush that write standalone executions: one upsert and one delete, whatever their number. Both
// can be repeated.
import {
  byteaArray,
  int2Array,
  int8Array,
  jsonbArray,
  textArray,
  timestamptzArray,
  uuidArray,
} from "#shared/postgres-arrays";
import type { Statement } from "./statement.ts";

/** Which kind a row is of; numbers are stored. */
export type StandaloneKindNumber = 1 | 2;

export interface StandaloneRow {
  namespaceId: string;
  runId: string;
  kind: StandaloneKindNumber;
  id: string;
  isCurrent: boolean;
  status: number;
  startedAt: number;
  executionAt: number;
  /** Undefined while open. */
  closedAt: number | undefined;
  deleteAt: number | undefined;
  wakeAt: number | undefined;
  hasTasks: boolean;
  transitionCount: number;
  sizeBytes: number;
  keywords: readonly [string, string, string];
  /** Undefined when they are stored already or there are none. */
  searchAttributesJson: string | undefined;
  /** Undefined when it is stored already. */
  request: Uint8Array | undefined;
  state: Uint8Array;
}

// A row that is there keeps what never changes; the empty request of a later write is not looked at.
const UPSERT = `insert into standalone_executions as kept (namespace_id, run_id, kind, id, is_current, status, start_time,
  execution_time, close_time, delete_at, wake_at, has_tasks, state_transition_count, state_size_bytes,
  keyword_1, keyword_2, keyword_3, search_attributes, request, state)
select n, r, k, i, c = 1, s, st, ex, cl, del, wake, t = 1, tr, sz, k1, k2, k3, sa, rq, state
from unnest($1::uuid[], $2::uuid[], $3::smallint[], $4::text[], $5::smallint[], $6::smallint[], $7::timestamptz[],
  $8::timestamptz[], $9::timestamptz[], $10::bigint[], $11::bigint[], $12::smallint[], $13::bigint[], $14::bigint[],
  $15::text[], $16::text[], $17::text[], $18::jsonb[], $19::bytea[], $20::bytea[])
  as row (n, r, k, i, c, s, st, ex, cl, del, wake, t, tr, sz, k1, k2, k3, sa, rq, state)
on conflict (namespace_id, run_id) do update set is_current = excluded.is_current, status = excluded.status,
  execution_time = excluded.execution_time, close_time = excluded.close_time, delete_at = excluded.delete_at,
  wake_at = excluded.wake_at, has_tasks = excluded.has_tasks,
  state_transition_count = excluded.state_transition_count, state_size_bytes = excluded.state_size_bytes,
  keyword_1 = excluded.keyword_1, keyword_2 = excluded.keyword_2, keyword_3 = excluded.keyword_3,
  state = excluded.state`;

const DELETE = `delete from standalone_executions using unnest($1::uuid[], $2::uuid[]) as gone (n, r)
where standalone_executions.namespace_id = gone.n and standalone_executions.run_id = gone.r`;

const NO_BYTES = Buffer.alloc(0);

export function upsertStandalone(rows: readonly StandaloneRow[]): Statement {
  const column = <Value>(read: (row: StandaloneRow) => Value): Value[] => rows.map(read);
  return {
    name: "standalone-upsert",
    text: UPSERT,
    values: [
      uuidArray(column((row) => row.namespaceId)),
      uuidArray(column((row) => row.runId)),
      int2Array(column((row) => row.kind)),
      textArray(column((row) => row.id)),
      int2Array(column((row) => (row.isCurrent ? 1 : 0))),
      int2Array(column((row) => row.status)),
      timestamptzArray(column((row) => row.startedAt)),
      timestamptzArray(column((row) => row.executionAt)),
      timestamptzArray(column((row) => row.closedAt ?? Infinity)),
      int8Array(column((row) => row.deleteAt)),
      int8Array(column((row) => row.wakeAt)),
      int2Array(column((row) => (row.hasTasks ? 1 : 0))),
      int8Array(column((row) => row.transitionCount)),
      int8Array(column((row) => row.sizeBytes)),
      textArray(column((row) => row.keywords[0])),
      textArray(column((row) => row.keywords[1])),
      textArray(column((row) => row.keywords[2])),
      jsonbArray(column((row) => row.searchAttributesJson)),
      byteaArray(column((row) => row.request ?? NO_BYTES)),
      byteaArray(column((row) => row.state)),
    ],
  };
}

export function deleteStandalone(keys: readonly { namespaceId: string; runId: string }[]): Statement {
  return {
    name: "standalone-delete",
    text: DELETE,
    values: [uuidArray(keys.map((key) => key.namespaceId)), uuidArray(keys.map((key) => key.runId))],
  };
}
