// Stores what sources counted. Values are absolute and only rise (`greatest`), so a page read twice, late or after a
// crash changes no total (U2); what changed is marked for the rollup in the same transaction.
import type { Queryable } from "#shared/postgres";

export interface ActionCount {
  namespace: string;
  minuteMs: number;
  kind: string;
  workflowType: string;
  taskQueue: string;
  count: number;
}

export interface StorageIntegral {
  namespace: string;
  hourMs: number;
  storageClass: string;
  /** Decimal. */
  byteMilliseconds: string;
}

const STORE_ACTIONS = `
with given as (
  select * from unnest($2::text[], $3::float8[], $4::text[], $5::text[], $6::text[], $7::bigint[])
    as given(namespace, minute_ms, kind, workflow_type, task_queue, count)
), stored as (
  insert into action_minutes as m (namespace, minute, kind, workflow_type, task_queue, source, count)
  select namespace, to_timestamp(minute_ms / 1000), kind, workflow_type, task_queue, $1, max(count)
  from given group by 1, 2, 3, 4, 5
  on conflict (namespace, minute, kind, workflow_type, task_queue, source)
    do update set count = excluded.count where excluded.count > m.count
  returning namespace, minute
), hours as (
  insert into pending_hours as p (namespace, hour)
  select distinct namespace, date_trunc('hour', minute, 'UTC') from stored order by 1, 2
  on conflict (namespace, hour) do update set version = p.version + 1
), days as (
  insert into pending_days as p (namespace, day)
  select distinct namespace, date_trunc('day', minute, 'UTC') from stored order by 1, 2
  on conflict (namespace, day) do update set version = p.version + 1
)
select count(*)::int as changed from stored`;

/** Answers how many rows rose. Idempotent by primary key and `greatest`. */
export async function storeActions(
  client: Queryable,
  source: string,
  counts: readonly ActionCount[],
): Promise<number> {
  if (counts.length === 0) return 0;
  const { rows } = await client.query<{ changed: number }>(STORE_ACTIONS, [
    source,
    counts.map((count) => count.namespace),
    counts.map((count) => count.minuteMs),
    counts.map((count) => count.kind),
    counts.map((count) => count.workflowType),
    counts.map((count) => count.taskQueue),
    counts.map((count) => count.count),
  ]);
  return rows[0]?.changed ?? 0;
}

const STORE_STORAGE = `
insert into storage_hours as h (namespace, hour, storage_class, source, byte_milliseconds)
select namespace, to_timestamp(hour_ms / 1000), storage_class, $1, max(byte_milliseconds)
from unnest($2::text[], $3::float8[], $4::text[], $5::numeric[])
  as given(namespace, hour_ms, storage_class, byte_milliseconds)
group by 1, 2, 3
on conflict (namespace, hour, storage_class, source)
  do update set byte_milliseconds = greatest(h.byte_milliseconds, excluded.byte_milliseconds)`;

/** Idempotent by primary key and `greatest` (U3). */
export async function storeStorage(
  client: Queryable,
  source: string,
  integrals: readonly StorageIntegral[],
): Promise<void> {
  if (integrals.length === 0) return;
  await client.query(STORE_STORAGE, [
    source,
    integrals.map((integral) => integral.namespace),
    integrals.map((integral) => integral.hourMs),
    integrals.map((integral) => integral.storageClass),
    integrals.map((integral) => integral.byteMilliseconds),
  ]);
}
