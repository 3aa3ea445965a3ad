// Recomputes pending hours from minutes and pending days from hours. Always a full recomputation of the row's period,
// so it can run any number of times, in any order, and after any crash, with the same result.
import { inTransaction, type Pool, type Queryable } from "#shared/postgres";

/** Hours (or days) of one namespace recomputed in one transaction. */
const BATCH = 1_000;
const BATCHES_MAX = 1_000;

interface Level {
  claim: string;
  clear: string;
  recompute: string;
}

const HOURS: Level = {
  claim: `select namespace, hour as period, version::text as version from pending_hours p
    order by hour, namespace limit ${BATCH} for update skip locked`,
  clear: `delete from action_hours t using unnest($1::text[], $2::timestamptz[]) as p(namespace, period)
    where t.namespace = p.namespace and t.hour = p.period`,
  recompute: `insert into action_hours (namespace, hour, kind, workflow_type, task_queue, count)
    select m.namespace, p.period, m.kind, m.workflow_type, m.task_queue, sum(m.count)
    from unnest($1::text[], $2::timestamptz[]) as p(namespace, period)
    join action_minutes m on m.namespace = p.namespace
      and m.minute >= p.period and m.minute < p.period + interval '1 hour'
    group by 1, 2, 3, 4, 5`,
};

const DAYS: Level = {
  // A day that goes on would be rolled up with each of its hours; reports read its hours meanwhile.
  claim: `select namespace, day as period, version::text as version from pending_days p
    where p.day < date_trunc('day', clock_timestamp(), 'UTC')
      and not exists (select 1 from pending_hours h
      where h.namespace = p.namespace and h.hour >= p.day and h.hour < p.day + interval '1 day')
    order by day, namespace limit ${BATCH} for update skip locked`,
  clear: `delete from action_days t using unnest($1::text[], $2::timestamptz[]) as p(namespace, period)
    where t.namespace = p.namespace and t.day = p.period`,
  recompute: `insert into action_days (namespace, day, kind, workflow_type, task_queue, count)
    select h.namespace, p.period, h.kind, h.workflow_type, h.task_queue, sum(h.count)
    from unnest($1::text[], $2::timestamptz[]) as p(namespace, period)
    join action_hours h on h.namespace = p.namespace
      and h.hour >= p.period and h.hour < p.period + interval '1 day'
    group by 1, 2, 3, 4, 5`,
};

interface PendingRow {
  namespace: string;
  period: Date;
  version: string;
}

/** Rolls up everything pending; answers how many periods were recomputed. */
export async function rollUp(pool: Pool): Promise<number> {
  return (
    (await rollUpLevel(pool, HOURS, "pending_hours", "hour")) +
    (await rollUpLevel(pool, DAYS, "pending_days", "day"))
  );
}

async function rollUpLevel(pool: Pool, level: Level, table: string, column: string): Promise<number> {
  let total = 0;
  for (let batches = 0; batches < BATCHES_MAX; batches += 1) {
    const done = await inTransaction(pool, (client) => rollUpBatch(client, level, { table, column }));
    total += done;
    if (done < BATCH) break;
  }
  return total;
}

async function rollUpBatch(
  client: Queryable,
  level: Level,
  pending: { table: string; column: string },
): Promise<number> {
  const { rows } = await client.query<PendingRow>(level.claim);
  if (rows.length === 0) return 0;
  const periods = [rows.map((row) => row.namespace), rows.map((row) => row.period)];
  await client.query(level.clear, periods);
  await client.query(level.recompute, periods);
  // A counter that rose meanwhile raised the version (its upsert waits for our row lock): it stays pending then.
  await client.query(
    `delete from ${pending.table} t using unnest($1::text[], $2::timestamptz[], $3::bigint[]) as p(namespace, period, version)
     where t.namespace = p.namespace and t.${pending.column} = p.period and t.version = p.version`,
    [...periods, rows.map((row) => row.version)],
  );
  return rows.length;
}
