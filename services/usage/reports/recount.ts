// Counts an account's usage again from what the sources said, beside the rollups: reports must say the same (U2).
import type { Queryable } from "#shared/postgres";
import type { TimeRange } from "./segments.ts";

export interface Recount {
  actions: bigint;
  activeByteMilliseconds: bigint;
  retainedByteMilliseconds: bigint;
}

export async function readRecount(
  client: Queryable,
  query: { accountId: string; range: TimeRange },
): Promise<Recount> {
  const { rows } = await client.query<{ actions: string; active: string; retained: string }>(
    `select
       (select coalesce(sum(count), 0)::text from action_minutes
        where account = $1 and minute >= to_timestamp($2::float8 / 1000) and minute < to_timestamp($3::float8 / 1000)
       ) as actions,
       coalesce(sum(byte_milliseconds) filter (where storage_class = 'active'), 0)::text as active,
       coalesce(sum(byte_milliseconds) filter (where storage_class = 'retained'), 0)::text as retained
     from storage_hours
     where account = $1 and hour >= to_timestamp($2::float8 / 1000) and hour < to_timestamp($3::float8 / 1000)`,
    [query.accountId, query.range.fromMs, query.range.toMs],
  );
  const [row] = rows;
  return {
    actions: BigInt(row?.actions ?? 0),
    activeByteMilliseconds: BigInt(row?.active ?? 0),
    retainedByteMilliseconds: BigInt(row?.retained ?? 0),
  };
}
