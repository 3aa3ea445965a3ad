// Usage of one account per UTC day and namespace, page by page: what GetUsage of the Cloud Ops API shows.
import type { Pool } from "#shared/postgres";
import type { TimeRange } from "./segments.ts";

export interface DailyUsage {
  dayMs: number;
  namespace: string;
  actions: bigint;
  activeByteMilliseconds: bigint;
  retainedByteMilliseconds: bigint;
}

export interface DailyPosition {
  dayMs: number;
  namespace: string;
}

interface DailyRow {
  day: Date;
  namespace: string;
  actions: string;
  active: string;
  retained: string;
}

/** Days in `range` (whole UTC days) after `after`, by day and namespace. */
export async function readDailyUsage(
  pool: Pool,
  query: { accountId: string; range: TimeRange; after: DailyPosition | undefined; limit: number },
): Promise<DailyUsage[]> {
  const { rows } = await pool.query<DailyRow>(
    `with used as (
       select day, namespace, count::numeric as actions, 0::numeric as active, 0::numeric as retained
       from current_action_days
       where account = $1 and day >= to_timestamp($2::float8 / 1000) and day < to_timestamp($3::float8 / 1000)
       union all
       select date_trunc('day', hour, 'UTC'), namespace, 0,
         case when storage_class = 'active' then byte_milliseconds else 0 end,
         case when storage_class = 'retained' then byte_milliseconds else 0 end
       from storage_hours
       where account = $1 and hour >= to_timestamp($2::float8 / 1000) and hour < to_timestamp($3::float8 / 1000)
     )
     select day, namespace, sum(actions)::text as actions, sum(active)::text as active, sum(retained)::text as retained
     from used
     where (day, namespace) > (to_timestamp($4::float8 / 1000), $5::text)
     group by day, namespace order by day, namespace limit $6`,
    [
      query.accountId,
      query.range.fromMs,
      query.range.toMs,
      query.after?.dayMs ?? 0,
      query.after?.namespace ?? "",
      query.limit,
    ],
  );
  return rows.map((row) => ({
    dayMs: row.day.getTime(),
    namespace: row.namespace,
    actions: BigInt(row.actions),
    activeByteMilliseconds: BigInt(row.active),
    retainedByteMilliseconds: BigInt(row.retained),
  }));
}
