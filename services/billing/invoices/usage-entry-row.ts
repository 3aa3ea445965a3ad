// Rows of usage by namespace, day, kind and workflow type, as PostgreSQL answers them.
import type { UsageEntry } from "./unbilled-usage.ts";

export interface UsageEntryRow {
  namespace: string;
  day: Date;
  kind: string;
  workflow_type: string;
  /** A decimal: the driver has no integers of that size. */
  quantity: string;
}

export function toUsageEntry(row: UsageEntryRow): UsageEntry {
  return {
    namespace: row.namespace,
    dayMs: row.day.getTime(),
    kind: row.kind,
    workflowType: row.workflow_type,
    quantity: BigInt(row.quantity),
  };
}
