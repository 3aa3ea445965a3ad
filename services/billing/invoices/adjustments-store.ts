// Usage that no invoice bills, by name.
import type { Queryable } from "#shared/postgres";
import type { UsageEntry } from "./unbilled-usage.ts";

/** Sums of days from `fromMs` on. */
export async function readAdjustments(
  client: Queryable,
  accountId: string,
  fromMs: number,
): Promise<UsageEntry[]> {
  const { rows } = await client.query<{
    namespace: string;
    day: Date;
    kind: string;
    workflow_type: string;
    quantity: string;
  }>(
    `select namespace, day, kind, workflow_type, sum(quantity)::text as quantity from usage_adjustments
     where account_id = $1 and day >= to_timestamp($2::float8 / 1000) group by 1, 2, 3, 4`,
    [accountId, fromMs],
  );
  return rows.map((row) => ({
    namespace: row.namespace,
    dayMs: row.day.getTime(),
    kind: row.kind,
    workflowType: row.workflow_type,
    quantity: BigInt(row.quantity),
  }));
}
