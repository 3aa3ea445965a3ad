// Takes metered usage off all bills, by name: too late to be billed, or given away. Only what is on no invoice.
import { readAdjustments, readBilledUsage } from "#billing/invoices";
import { CloudError } from "#shared/errors";
import { inTransaction, type Pool } from "#shared/postgres";
import { DAY_MS, readMeteredUsage } from "#usage/reports";
import type { ClearedEntry } from "./clear-usage.ts";

export interface UsageAdjustment extends ClearedEntry {
  adjustmentId: string;
  accountId: string;
  reason: string;
}

/** Idempotent by adjustment id. Answers what was metered and on no bill before it. Errors: INVALID_ARGUMENT for more than is metered and on no invoice. */
export async function adjustUsage(
  ports: { billing: Pool; usage: Pool },
  adjustment: UsageAdjustment,
): Promise<bigint> {
  const { accountId, dayMs, quantity } = adjustment;
  if (adjustment.reason.trim() === "") throw refused("reason", "must say why the usage is not billed");
  if (quantity <= 0n) throw refused("quantity", "must be positive");
  if (!Number.isFinite(dayMs) || dayMs % DAY_MS !== 0)
    throw refused("day", "must be the beginning of a UTC day");
  const range = { fromMs: dayMs, toMs: dayMs + DAY_MS };
  return inTransaction(ports.billing, async (client) => {
    // The lock that closing a period takes: both may not take the same usage.
    await client.query("select 1 from periods where account_id = $1 and state = 'OPEN' for update", [
      accountId,
    ]);
    const known = await client.query(
      "select 1 from usage_adjustments where account_id = $1 and adjustment_id = $2",
      [accountId, adjustment.adjustmentId],
    );
    const metered = quantityOf(await readMeteredUsage(ports.usage, { accountId, range }), adjustment);
    const billed = quantityOf(await readBilledUsage(client, accountId, dayMs), adjustment);
    const adjusted = quantityOf(await readAdjustments(client, accountId, dayMs), adjustment);
    const left = metered - billed - adjusted;
    if ((known.rowCount ?? 0) > 0) return left + quantity;
    if (quantity > left) throw refused("quantity", `takes more than is metered and on no invoice (${left})`);
    await client.query(
      `insert into usage_adjustments (adjustment_id, account_id, namespace, day, kind, workflow_type, quantity, reason)
       values ($1, $2, $3, to_timestamp($4::float8 / 1000), $5, $6, $7, $8)`,
      [
        adjustment.adjustmentId,
        accountId,
        adjustment.namespace,
        dayMs,
        adjustment.kind,
        adjustment.workflowType,
        quantity,
        adjustment.reason,
      ],
    );
    return left;
  });
}

function quantityOf(entries: readonly ClearedEntry[], wanted: ClearedEntry): bigint {
  const found = entries.find(
    (entry) =>
      entry.namespace === wanted.namespace &&
      entry.dayMs === wanted.dayMs &&
      entry.kind === wanted.kind &&
      entry.workflowType === wanted.workflowType,
  );
  return found?.quantity ?? 0n;
}

function refused(field: string, rule: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `${field} ${rule}.`, { field });
}
