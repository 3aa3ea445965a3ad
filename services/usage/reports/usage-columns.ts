// The columns of a report's file: what was grouped by, in the order asked for, then the quantities. Pure.
import type { GroupBy, Grouping } from "./grouping.ts";
import type { UsageRow } from "./usage-report.ts";

export interface FileColumn {
  name: string;
  of: (row: UsageRow) => string;
}

const COLUMNS: Record<Exclude<GroupBy, `tag:${string}`>, FileColumn> = {
  account: { name: "account", of: (row) => row.account },
  namespace: { name: "namespace", of: (row) => row.namespace },
  project: { name: "project", of: (row) => row.project },
  tag: { name: "tags", of: (row) => JSON.stringify(row.tags) },
  kind: { name: "kind", of: (row) => row.kind },
  workflow_type: { name: "workflow_type", of: (row) => row.workflowType },
  task_queue: { name: "task_queue", of: (row) => row.taskQueue },
  hour: { name: "hour", of: periodStart },
  day: { name: "day", of: periodStart },
  month: { name: "month", of: (row) => periodStart(row).slice(0, "2026-11".length) },
};

const QUANTITIES: readonly FileColumn[] = [
  { name: "actions", of: (row) => String(row.actions) },
  { name: "active_byte_seconds", of: (row) => byteSeconds(row.activeByteMilliseconds) },
  { name: "retained_byte_seconds", of: (row) => byteSeconds(row.retainedByteMilliseconds) },
];

export function fileColumns({ names }: Grouping): readonly FileColumn[] {
  return [...names.map(columnOf), ...QUANTITIES];
}

function columnOf(name: GroupBy): FileColumn {
  if (isTagKey(name)) {
    const key = name.slice("tag:".length);
    return { name, of: (row) => row.tags[key] ?? "" };
  }
  return COLUMNS[name];
}

function isTagKey(name: GroupBy): name is `tag:${string}` {
  return name.startsWith("tag:");
}

function periodStart(row: UsageRow): string {
  return row.periodStartMs === undefined ? "" : new Date(row.periodStartMs).toISOString();
}

/** Whole byte-seconds, rounded down; bills are made from the byte-milliseconds. */
export function byteSeconds(byteMilliseconds: bigint): string {
  return String(byteMilliseconds / 1000n);
}
