// Usage that no invoice bills, by name.
import type { Queryable } from "#shared/postgres";
import type { UsageEntry } from "./unbilled-usage.ts";
import { toUsageEntry, type UsageEntryRow } from "./usage-entry-row.ts";

/** Sums of days from `fromMs` on. */
export async function readAdjustments(
  client: Queryable,
  accountId: string,
  fromMs: number,
): Promise<UsageEntry[]> {
  const { rows } = await client.query<UsageEntryRow>(
    `select namespace, day, kind, workflow_type, sum(quantity)::text as quantity from usage_adjustments
     where account_id = $1 and day >= to_timestamp($2::float8 / 1000) group by 1, 2, 3, 4`,
    [accountId, fromMs],
  );
  return rows.map(toUsageEntry);
}
