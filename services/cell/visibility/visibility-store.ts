// Writes visibility records: one statement for all records of a flush, inside the flush's own transaction.
// It never opens a transaction and never reads; every row names its namespace.
import assert from "node:assert";
import protobuf from "protobufjs";
import type { Queryable } from "#shared/postgres";
import {
  byteaArray,
  int2Array,
  int4Array,
  int8Array,
  jsonbArray,
  textArray,
  timestamptzArray,
  uuidArray,
} from "#shared/postgres-arrays";
import { LIMITS } from "./limits.ts";
import { searchAttributesJson } from "./search-attribute-values.ts";
import type { ExecutionKey, VisibilityRecord } from "./visibility-record.ts";

/** Protobuf tags of length-delimited fields number 1 and 2. */
const LENGTH_DELIMITED_1 = 10;
const LENGTH_DELIMITED_2 = 18;

export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

// Unnested side by side in the select list: in FROM, each of the 18 arrays would fill a tuplestore of its own first.
// What cannot change after the start (type, queue, start, parent, root) is not updated.
const UPSERT = `insert into visibility (namespace_id, run_id, close_time, start_time, execution_time,
  history_size_bytes, state_transition_count, history_length, status, workflow_id, workflow_type, task_queue,
  parent_workflow_id, parent_run_id, root_workflow_id, root_run_id, memo, search_attributes)
select unnest($1::uuid[]), unnest($2::uuid[]), unnest($3::timestamptz[]), unnest($4::timestamptz[]),
  unnest($5::timestamptz[]), unnest($6::bigint[]), unnest($7::bigint[]), unnest($8::integer[]),
  unnest($9::smallint[]), unnest($10::text[]), unnest($11::text[]), unnest($12::text[]), unnest($13::text[]),
  unnest($14::uuid[]), unnest($15::text[]), unnest($16::uuid[]), unnest($17::bytea[]), unnest($18::jsonb[])
on conflict (namespace_id, workflow_id, run_id) do update set
  close_time = excluded.close_time, execution_time = excluded.execution_time, status = excluded.status,
  history_size_bytes = excluded.history_size_bytes, history_length = excluded.history_length,
  state_transition_count = excluded.state_transition_count,
  memo = excluded.memo, search_attributes = excluded.search_attributes
where visibility.state_transition_count <= excluded.state_transition_count`;

const DELETE = `delete from visibility using unnest($1::uuid[], $2::text[], $3::uuid[])
  as gone (namespace_id, workflow_id, run_id)
where visibility.namespace_id = gone.namespace_id and visibility.workflow_id = gone.workflow_id
  and visibility.run_id = gone.run_id`;

/**
 * The upsert of many records as one statement, for a caller that pipelines its own. Undefined when there are none.
 * Repeatable: keyed by execution, and an older transition never overwrites a newer one.
 */
export function upsertStatement(records: readonly VisibilityRecord[]): Statement | undefined {
  if (records.length === 0) return undefined;
  const rows = lastOfEach(records);
  const column = <Value>(read: (record: VisibilityRecord) => Value): Value[] => rows.map(read);
  const roots = rows.map((record) => (isOwnRoot(record) ? undefined : record));
  return {
    name: "visibility-upsert",
    text: UPSERT,
    values: [
      uuidArray(column((record) => record.namespaceId)),
      uuidArray(column((record) => record.runId)),
      timestamptzArray(column((record) => record.closedAt ?? Infinity)),
      timestamptzArray(column((record) => record.startedAt)),
      timestamptzArray(column((record) => record.executionAt)),
      int8Array(column((record) => record.historySizeBytes)),
      int8Array(column((record) => record.stateTransitionCount)),
      int4Array(column((record) => record.historyLength)),
      int2Array(column((record) => record.status)),
      textArray(column((record) => record.workflowId)),
      textArray(column((record) => record.workflowType)),
      textArray(column((record) => record.taskQueue)),
      textArray(column((record) => record.parentWorkflowId || undefined)),
      uuidArray(column((record) => record.parentRunId || undefined)),
      textArray(roots.map((root) => root?.rootWorkflowId)),
      uuidArray(roots.map((root) => root?.rootRunId)),
      byteaArray(column((record) => encodedMemo(record.memo))),
      jsonbArray(column((record) => searchAttributesJson(record.searchAttributes))),
    ],
  };
}

/** The delete of many executions' records as one statement. Repeatable: what is gone stays gone. */
export function deleteStatement(keys: readonly ExecutionKey[]): Statement | undefined {
  if (keys.length === 0) return undefined;
  assert(keys.length <= LIMITS.recordsPerStatementMax, "too many records for one delete");
  return {
    name: "visibility-delete",
    text: DELETE,
    values: [
      uuidArray(keys.map((key) => key.namespaceId)),
      textArray(keys.map((key) => key.workflowId)),
      uuidArray(keys.map((key) => key.runId)),
    ],
  };
}

export async function upsertVisibility(
  queryable: Queryable,
  records: readonly VisibilityRecord[],
): Promise<void> {
  const statement = upsertStatement(records);
  if (statement !== undefined) await queryable.query(statement.text, statement.values);
}

export async function deleteVisibility(queryable: Queryable, keys: readonly ExecutionKey[]): Promise<void> {
  const statement = deleteStatement(keys);
  if (statement !== undefined) await queryable.query(statement.text, statement.values);
}

/** One batch of a deleted namespace's records; returns how many went. Call until it returns fewer than `rowsMax`. */
export async function deleteNamespaceVisibility(
  queryable: Queryable,
  namespaceId: string,
  rowsMax: number,
): Promise<number> {
  const result = await queryable.query(
    `delete from visibility where namespace_id = $1 and (workflow_id, run_id) in
       (select workflow_id, run_id from visibility where namespace_id = $1 limit $2)`,
    [namespaceId, rowsMax],
  );
  return result.rowCount ?? 0;
}

/** A statement may name a row once: of several records of an execution the last one counts. */
function lastOfEach(records: readonly VisibilityRecord[]): readonly VisibilityRecord[] {
  assert(records.length <= LIMITS.recordsPerStatementMax, "too many records for one upsert");
  const byRun = new Map<string, VisibilityRecord>();
  for (const record of records) byRun.set(`${record.namespaceId}/${record.runId}`, record);
  return byRun.size === records.length ? records : [...byRun.values()];
}

function isOwnRoot(record: VisibilityRecord): boolean {
  return record.rootRunId === record.runId || record.rootRunId === "";
}

/** temporal.api.common.v1.Memo made of payloads that are encoded already: entries of its map `fields`, number 1. */
function encodedMemo(memo: Readonly<Record<string, Uint8Array>>): Uint8Array | undefined {
  const entries = Object.entries(memo);
  if (entries.length === 0) return undefined;
  const writer = protobuf.Writer.create();
  for (const [key, payload] of entries) {
    writer.uint32(LENGTH_DELIMITED_1).fork();
    writer.uint32(LENGTH_DELIMITED_1).string(key).uint32(LENGTH_DELIMITED_2).bytes(payload).ldelim();
  }
  return writer.finish();
}
