// Everything an account used in a time range, in the finest grain that is billed: namespace, UTC day, kind and workflow
// type. Billing rates this; the order is fixed, so that the same usage is always the same list.
import type { Queryable } from "#shared/postgres";
import type { TimeRange } from "./segments.ts";

export const ACTIVE_STORAGE = "active_storage";
export const RETAINED_STORAGE = "retained_storage";

export interface MeteredUsage {
  namespace: string;
  dayMs: number;
  /** An action kind, or ACTIVE_STORAGE or RETAINED_STORAGE. */
  kind: string;
  /** Empty for storage. */
  workflowType: string;
  /** Actions, or byte-milliseconds of storage. */
  quantity: bigint;
}

export const METERED_ROWS_MAX = 1_000_000;

/** `range` is whole UTC days; the last may be the current one, of which what is known counts. */
export async function readMeteredUsage(
  client: Queryable,
  query: { accountId: string; range: TimeRange },
): Promise<MeteredUsage[]> {
  const { rows } = await client.query<{
    namespace: string;
    day: Date;
    kind: string;
    workflow_type: string;
    quantity: string;
  }>(
    `select namespace, day, kind, workflow_type, sum(quantity)::text as quantity from (
       select namespace, day, kind, workflow_type, count::numeric as quantity
       from current_action_days
       where account = $1 and day >= to_timestamp($2::float8 / 1000) and day < to_timestamp($3::float8 / 1000)
       union all
       select namespace, date_trunc('day', hour, 'UTC'), storage_class || '_storage', '', byte_milliseconds
       from storage_hours
       where account = $1 and hour >= to_timestamp($2::float8 / 1000) and hour < to_timestamp($3::float8 / 1000)
     ) used
     group by 1, 2, 3, 4 having sum(quantity) > 0 order by 1, 2, 3, 4 limit ${METERED_ROWS_MAX + 1}`,
    [query.accountId, query.range.fromMs, query.range.toMs],
  );
  if (rows.length > METERED_ROWS_MAX) throw new Error("more metered rows than one invoice can be made of");
  return rows.map((row) => ({
    namespace: row.namespace,
    dayMs: row.day.getTime(),
    kind: row.kind,
    workflowType: row.workflow_type,
    quantity: BigInt(row.quantity),
  }));
}
