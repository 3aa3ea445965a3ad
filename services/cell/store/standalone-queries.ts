// Reads standalone executions: one by id or run, and in pages for a boot, for far timers, for retention and for the
// deletion of a namespace. It never writes. Every lookup of tenant data names its namespace.
import type { Queryable } from "#shared/postgres";
import type { StandaloneKindNumber } from "./standalone-statements.ts";

export interface StandaloneKey {
  namespaceId: string;
  id: string;
  runId: string;
}

export interface StoredStandalone extends StandaloneKey {
  isCurrent: boolean;
  hasTasks: boolean;
  sizeBytes: number;
  request: Buffer;
  state: Buffer;
}

interface Row {
  namespace_id: string;
  run_id: string;
  id: string;
  is_current: boolean;
  has_tasks: boolean;
  state_size_bytes: string;
  wake_at: string | null;
  request: Buffer;
  state: Buffer;
}

const COLUMNS = "namespace_id, run_id, id, is_current, has_tasks, state_size_bytes, request, state";

/** With an empty run id, the run that the id names. */
export async function readStandalone(
  queryable: Queryable,
  kind: StandaloneKindNumber,
  { namespaceId, id, runId }: StandaloneKey,
): Promise<StoredStandalone | undefined> {
  const isByRun = runId !== "";
  const { rows } = await queryable.query<Row>(
    `select ${COLUMNS} from standalone_executions where namespace_id = $1 and kind = $2 and id = $3 and
     ${isByRun ? "run_id = $4" : "is_current"}`,
    isByRun ? [namespaceId, kind, id, runId] : [namespaceId, kind, id],
  );
  return rows[0] === undefined ? undefined : storedOf(rows[0]);
}

/** A page of those that had something to offer or to tell when they were stored. */
export async function readStandaloneWithTasks(
  queryable: Queryable,
  kind: StandaloneKindNumber,
  page: { after: { namespaceId: string; runId: string }; rowsMax: number },
): Promise<StandaloneKey[]> {
  const { rows } = await queryable.query<Row>(
    `select namespace_id, id, run_id from standalone_executions
     where has_tasks and kind = $1 and (namespace_id, run_id) > ($2::uuid, $3::uuid)
     order by namespace_id, run_id limit $4`,
    [kind, page.after.namespaceId, page.after.runId, page.rowsMax],
  );
  return rows.map(keyOf);
}

/** Those to look at in (after, until], earliest first; the last time is complete or the page is not full. */
export async function readStandaloneWakes(
  queryable: Queryable,
  kind: StandaloneKindNumber,
  range: { after: number; until: number; rowsMax: number },
): Promise<{ key: StandaloneKey; wakeAt: number }[]> {
  const { rows } = await queryable.query<Row>(
    `select namespace_id, id, run_id, wake_at from standalone_executions
     where kind = $1 and wake_at > $2 and wake_at <= $3 order by wake_at fetch first $4 rows with ties`,
    [kind, range.after, range.until, range.rowsMax],
  );
  return rows.map((row) => ({ key: keyOf(row), wakeAt: Number(row.wake_at) }));
}

export async function readNextStandaloneWake(
  queryable: Queryable,
  kind: StandaloneKindNumber,
  after: number,
): Promise<number | undefined> {
  const { rows } = await queryable.query<{ at: string | null }>(
    "select min(wake_at) as at from standalone_executions where kind = $1 and wake_at > $2",
    [kind, after],
  );
  const at = rows[0]?.at;
  return at == null ? undefined : Number(at);
}

/** Closed ones whose retention has ended. */
export async function readExpiredStandalone(
  queryable: Queryable,
  kind: StandaloneKindNumber,
  page: { now: number; rowsMax: number },
): Promise<StandaloneKey[]> {
  const { rows } = await queryable.query<Row>(
    `select namespace_id, id, run_id from standalone_executions
     where kind = $1 and delete_at <= $2 order by delete_at limit $3`,
    [kind, page.now, page.rowsMax],
  );
  return rows.map(keyOf);
}

export async function readNextStandaloneExpiry(
  queryable: Queryable,
  kind: StandaloneKindNumber,
): Promise<number | undefined> {
  const { rows } = await queryable.query<{ at: string | null }>(
    "select min(delete_at) as at from standalone_executions where kind = $1",
    [kind],
  );
  const at = rows[0]?.at;
  return at == null ? undefined : Number(at);
}

/** Some of a namespace, of all kinds, for its deletion. */
export async function readSomeStandaloneOfNamespace(
  queryable: Queryable,
  namespaceId: string,
  rowsMax: number,
): Promise<StandaloneKey[]> {
  const { rows } = await queryable.query<Row>(
    "select namespace_id, id, run_id from standalone_executions where namespace_id = $1 limit $2",
    [namespaceId, rowsMax],
  );
  return rows.map(keyOf);
}

function keyOf(row: Row): StandaloneKey {
  return { namespaceId: row.namespace_id, id: row.id, runId: row.run_id };
}

function storedOf(row: Row): StoredStandalone {
  return {
    ...keyOf(row),
    sizeBytes: Number(row.state_size_bytes),
    isCurrent: row.is_current,
    hasTasks: row.has_tasks,
    request: row.request,
    state: row.state,
  };
}
