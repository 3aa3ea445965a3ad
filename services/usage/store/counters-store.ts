// Stores what sources counted. Values are absolute and only rise (`greatest`), so a page read twice, late or after a
// crash changes no total (U2); what changed is marked for the rollup in the same transaction.
import type { Queryable } from "#shared/postgres";
import { blocksOf, textArray } from "./action-blocks.ts";

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

/** What comes after `stored as (... returning namespace, minute`. */
const MARK_PENDING = `), hours as (
  insert into pending_hours as p (namespace, hour)
  select distinct namespace, date_trunc('hour', minute, 'UTC') from stored order by 1, 2
  -- Changes nothing and locks the row: a rollup of it has ended, or comes after this transaction.
  on conflict (namespace, hour) do update set version = p.version where false
), days as (
  insert into pending_days as p (namespace, day)
  select distinct namespace, date_trunc('day', minute, 'UTC') from stored order by 1, 2
  on conflict (namespace, day) do update set version = p.version where false
)`;

const STORE_ACTIONS = `
with given as (
  select * from unnest($2::text[], $3::float8[], $4::text[], $5::text[], $6::text[], $7::text[])
    as given(namespace, minute_ms, kinds, workflow_types, task_queues, counts)
), stored as (
  insert into action_blocks as b (namespace, minute, source, kinds, workflow_types, task_queues, counts)
  select namespace, to_timestamp(minute_ms / 1000), $1, kinds::text[], workflow_types::text[], task_queues::text[],
    counts::bigint[]
  from given
  on conflict (namespace, minute, source) do update
    set (kinds, workflow_types, task_queues, counts) = (
      select array_agg(kind), array_agg(workflow_type), array_agg(task_queue), array_agg(count)
      from (
        select kind, workflow_type, task_queue, max(count) as count from (
          select * from unnest(b.kinds, b.workflow_types, b.task_queues, b.counts)
            as old(kind, workflow_type, task_queue, count)
          union all
          select * from unnest(excluded.kinds, excluded.workflow_types, excluded.task_queues, excluded.counts)
        ) both_of_them group by 1, 2, 3
      ) merged
    )
    where exists (
      select kind, workflow_type, task_queue, count
      from unnest(excluded.kinds, excluded.workflow_types, excluded.task_queues, excluded.counts)
        as new(kind, workflow_type, task_queue, count)
      where not exists (
        select 1 from unnest(b.kinds, b.workflow_types, b.task_queues, b.counts)
          as old(kind, workflow_type, task_queue, count)
        where old.kind = new.kind and old.workflow_type = new.workflow_type
          and old.task_queue = new.task_queue and old.count >= new.count
      )
    )
  returning namespace, minute
${MARK_PENDING}
select count(*)::int as changed from stored`;

/** Answers how many namespaces' minutes rose. Idempotent: each counter is the largest that was ever given. */
export async function storeActions(
  client: Queryable,
  source: string,
  counts: readonly ActionCount[],
): Promise<number> {
  if (counts.length === 0) return 0;
  const blocks = [...blocksOf(counts)].sort((a, b) => (a.key < b.key ? -1 : 1));
  const { rows } = await client.query<{ changed: number }>(STORE_ACTIONS, [
    source,
    blocks.map(({ namespace }) => namespace),
    blocks.map(({ minuteMs }) => minuteMs),
    blocks.map(({ counters }) => textArray(counters.map(({ kind }) => kind))),
    blocks.map(({ counters }) => textArray(counters.map(({ workflowType }) => workflowType))),
    blocks.map(({ counters }) => textArray(counters.map(({ taskQueue }) => taskQueue))),
    blocks.map(({ counters }) => `{${counters.map(({ count }) => count).join(",")}}`),
  ]);
  return rows[0]?.changed ?? 0;
}

const REPLACE_ACTIONS = `
with stored as (
  insert into action_blocks as b (namespace, minute, source, kinds, workflow_types, task_queues, counts)
  select $2, to_timestamp($3::float8 / 1000), $1, $4::text[], $5::text[], $6::text[], $7::bigint[]
  where $8::bool or exists (
    select 1 from action_blocks where namespace = $2 and minute = to_timestamp($3::float8 / 1000) and source = $1)
  on conflict (namespace, minute, source) do update
    set kinds = excluded.kinds, workflow_types = excluded.workflow_types, task_queues = excluded.task_queues,
      counts = excluded.counts
    where (b.kinds, b.workflow_types, b.task_queues, b.counts)
      is distinct from (excluded.kinds, excluded.workflow_types, excluded.task_queues, excluded.counts)
  returning namespace, minute
${MARK_PENDING}
select count(*)::int as changed from stored`;

/** For what is made of other counters alone: the minute's counters of the source are these, be they less than before. */
export async function replaceActions(
  client: Queryable,
  source: string,
  block: { namespace: string; minuteMs: number; counters: readonly ActionCount[] },
): Promise<void> {
  const { counters } = block;
  await client.query(REPLACE_ACTIONS, [
    source,
    block.namespace,
    block.minuteMs,
    counters.map(({ kind }) => kind),
    counters.map(({ workflowType }) => workflowType),
    counters.map(({ taskQueue }) => taskQueue),
    counters.map(({ count }) => count),
    counters.length > 0,
  ]);
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
