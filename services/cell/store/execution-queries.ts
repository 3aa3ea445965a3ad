// Reads executions: many at once by workflow id or run, and in pages for a boot, for far timers and for retention.
// It never writes. Every lookup of tenant data names its namespace.
import { int8Array, textArray, uuidArray } from "#shared/postgres-arrays";
import type { Queryable } from "#shared/postgres";
import type { PendingPlace } from "../workflow/index.ts";
import type { RunRow } from "./execution-statements.ts";
import { pendingOfNumber } from "./pending-column.ts";

export interface StoredExecution extends RunRow {
  historyBytes: number;
  wakeAt: number | undefined;
  pending: PendingPlace;
  isCurrent: boolean;
  state: Buffer;
}

/** With an empty run id, the current run. */
export interface ExecutionLookup {
  namespaceId: string;
  workflowId: string;
  runId: string;
}

/** The columns that name a run. */
export interface StoredRun {
  namespace_id: string;
  workflow_id: string;
  run_id: string;
}

interface Row extends StoredRun {
  place: number;
  history_bytes: string;
  wake_at: string | null;
  pending: number;
  is_current: boolean;
  state: Buffer;
}

// Not `exists`: that may be planned as a hash of the whole table.
const COLUMNS = `e.namespace_id, e.workflow_id, e.run_id, e.history_bytes, e.wake_at, e.pending, e.state,
  coalesce((select c.run_id = e.run_id from current_executions c
    where c.namespace_id = e.namespace_id and c.workflow_id = e.workflow_id), false) as is_current`;

const BY_CURRENT = `select asked.place, ${COLUMNS}
from unnest($1::uuid[], $2::text[]) with ordinality as asked (n, w, place)
join current_executions cur on cur.namespace_id = asked.n and cur.workflow_id = asked.w
join executions e on e.namespace_id = cur.namespace_id and e.run_id = cur.run_id`;

const BY_RUN = `select asked.place, ${COLUMNS}
from unnest($1::uuid[], $2::text[], $3::uuid[]) with ordinality as asked (n, w, r, place)
join executions e on e.namespace_id = asked.n and e.run_id = asked.r and e.workflow_id = asked.w`;

/** One answer for each lookup, undefined where there is none. */
export async function readExecutions(
  queryable: Queryable,
  lookups: readonly ExecutionLookup[],
): Promise<(StoredExecution | undefined)[]> {
  const found = new Array<StoredExecution | undefined>(lookups.length).fill(undefined);
  const read = async (places: number[], byRun: boolean): Promise<void> => {
    if (places.length === 0) return;
    const asked = places.map((place) => lookups[place] as ExecutionLookup);
    const values = [
      uuidArray(asked.map((one) => one.namespaceId)),
      textArray(asked.map((one) => one.workflowId)),
    ];
    if (byRun) values.push(uuidArray(asked.map((one) => one.runId)));
    const statement = byRun
      ? { name: "executions-by-run", text: BY_RUN }
      : { name: "executions-by-current", text: BY_CURRENT };
    const { rows } = await queryable.query<Row>({ ...statement, values });
    for (const row of rows) found[places[Number(row.place) - 1] ?? -1] = executionOf(row);
  };
  const places = lookups.map((_, place) => place);
  await read(
    places.filter((place) => lookups[place]?.runId === ""),
    false,
  );
  await read(
    places.filter((place) => lookups[place]?.runId !== ""),
    true,
  );
  return found;
}

export type CurrentId = Pick<ExecutionLookup, "namespaceId" | "workflowId">;

/** A page of all workflow ids, in the order of their keys. */
export async function readCurrentIds(
  queryable: Queryable,
  page: { after: CurrentId; rowsMax: number },
): Promise<CurrentId[]> {
  const { rows } = await queryable.query<StoredRun>(
    `select namespace_id, workflow_id from current_executions
     where (namespace_id, workflow_id) > ($1::uuid, $2::text) order by namespace_id, workflow_id limit $3`,
    [page.after.namespaceId, page.after.workflowId, page.rowsMax],
  );
  return rows.map((row) => ({ namespaceId: row.namespace_id, workflowId: row.workflow_id }));
}

export interface WakeRow {
  key: RunRow;
  wakeAt: number;
}

/** Executions to look at in (after, until], earliest first; the last time is complete or the page is not full. */
export async function readWakes(
  queryable: Queryable,
  range: { after: number; until: number; rowsMax: number },
): Promise<WakeRow[]> {
  const { rows } = await queryable.query<Row>(
    `select namespace_id, workflow_id, run_id, wake_at from executions
     where wake_at > $1 and wake_at <= $2 order by wake_at fetch first $3 rows with ties`,
    [range.after, range.until, range.rowsMax],
  );
  // One string for all of a namespace: many of these are held.
  const shared = new Map<string, string>();
  return rows.map((row) => {
    const key = runOf(row);
    const namespaceId = shared.get(key.namespaceId) ?? key.namespaceId;
    shared.set(namespaceId, namespaceId);
    return { key: { ...key, namespaceId }, wakeAt: Number(row.wake_at) };
  });
}

/** The earliest stored wake-up after a time. */
export async function readNextWake(queryable: Queryable, after: number): Promise<number | undefined> {
  const { rows } = await queryable.query<{ at: string | null }>(
    "select min(wake_at) as at from executions where wake_at > $1",
    [after],
  );
  const at = rows[0]?.at;
  return at == null ? undefined : Number(at);
}

/** Closed executions whose retention has ended. */
export async function readExpired(queryable: Queryable, now: number, rowsMax: number): Promise<RunRow[]> {
  const { rows } = await queryable.query<Row>(
    `select namespace_id, workflow_id, run_id from executions
     where delete_at <= $1 order by delete_at limit $2`,
    [now, rowsMax],
  );
  return rows.map(runOf);
}

export async function readNextExpiry(queryable: Queryable): Promise<number | undefined> {
  const { rows } = await queryable.query<{ at: string | null }>(
    "select min(delete_at) as at from executions",
  );
  const at = rows[0]?.at;
  return at == null ? undefined : Number(at);
}

/** Some executions of a namespace, for its deletion. */
export async function readSomeOfNamespace(
  queryable: Queryable,
  namespaceId: string,
  rowsMax: number,
): Promise<RunRow[]> {
  const { rows } = await queryable.query<Row>(
    "select namespace_id, workflow_id, run_id from executions where namespace_id = $1 limit $2",
    [namespaceId, rowsMax],
  );
  return rows.map(runOf);
}

/** By the index of lists, in which the open ones are together: the cost does not grow with what is closed and kept. */
export async function countOpen(queryable: Queryable, namespaceIds: readonly string[]): Promise<number> {
  const { rows } = await queryable.query<{ count: string }>(
    "select count(*) as count from visibility where namespace_id = any($1::uuid[]) and close_time = 'infinity'",
    [uuidArray(namespaceIds)],
  );
  return Number(rows[0]?.count ?? 0);
}

/** Open workflows of all namespaces that have any, by id. Schedules are listed beside them, and are none. */
export async function countOpenByNamespace(queryable: Queryable): Promise<Map<string, number>> {
  const { rows } = await queryable.query<{ namespace_id: string; count: string }>(
    `select namespace_id, sum(count)::text as count from (
       select namespace_id, count(*) from visibility where close_time = 'infinity' group by 1
       union all
       select namespace_id, -count(*) from schedules group by 1
     ) counted group by 1`,
  );
  return new Map(rows.map((row) => [row.namespace_id, Number(row.count)]));
}

export interface StoredBatch {
  firstEventId: number;
  events: Buffer;
}

/** Batches from the one that holds `fromEventId` on, up to `untilEventId` (exclusive) and `rowsMax`. */
export async function readHistory(
  queryable: Queryable,
  run: { namespaceId: string; runId: string },
  range: { fromEventId: number; untilEventId: number; rowsMax: number },
): Promise<StoredBatch[]> {
  const { rows } = await queryable.query<{ first_event_id: string; events: Buffer }>({
    name: "history-range",
    text: `select first_event_id, events from history where namespace_id = $1 and run_id = $2
       and first_event_id >= coalesce((select max(first_event_id) from history
         where run_id = $2 and first_event_id <= $3), 0)
       and first_event_id < $4 order by first_event_id limit $5`,
    values: [run.namespaceId, run.runId, range.fromEventId, range.untilEventId, range.rowsMax],
  });
  return rows.map((row) => ({ firstEventId: Number(row.first_event_id), events: row.events }));
}

/** Batches that hold the given events. */
export async function readBatchesOfEvents(
  queryable: Queryable,
  run: { namespaceId: string; runId: string },
  eventIds: readonly number[],
): Promise<Buffer[]> {
  const { rows } = await queryable.query<{ events: Buffer }>({
    name: "history-of-events",
    text: `select events from history where namespace_id = $1 and run_id = $2 and first_event_id in (
       select (select max(h.first_event_id) from history h where h.run_id = $2 and h.first_event_id <= wanted.id)
       from unnest($3::bigint[]) as wanted (id))`,
    values: [run.namespaceId, run.runId, int8Array(eventIds)],
  });
  return rows.map((row) => row.events);
}

export function runOf(row: StoredRun): RunRow {
  return { namespaceId: row.namespace_id, workflowId: row.workflow_id, runId: row.run_id };
}

function executionOf(row: Row): StoredExecution {
  return {
    ...runOf(row),
    historyBytes: Number(row.history_bytes),
    wakeAt: row.wake_at === null ? undefined : Number(row.wake_at),
    pending: pendingOfNumber(row.pending),
    isCurrent: row.is_current,
    state: row.state,
  };
}
