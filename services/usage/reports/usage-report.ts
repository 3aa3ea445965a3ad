// Reads a usage report of one account from the rolled-up counters: exact at any moment, because what is not rolled up
// yet is added from the minutes. It only reads.
import { CloudError } from "#shared/errors";
import type { Pool } from "#shared/postgres";
import { segmentsOf, type Level, type Segment, type TimeRange } from "./segments.ts";

export const GROUP_BY = ["namespace", "kind", "workflow_type", "task_queue", "hour", "day"] as const;
export type GroupBy = (typeof GROUP_BY)[number];

/** The kind under which storage stands when a report is grouped by kind. */
export const STORAGE_KIND = "storage";
export const REPORT_ROWS_MAX = 10_000;

export interface UsageQuery {
  accountId: string;
  /** "<name>.<account>", or undefined for all namespaces of the account. */
  namespace?: string | undefined;
  /** Half-open; both ends are whole minutes. Storage counts with the hours that begin inside. */
  range: TimeRange;
  groupBy: readonly GroupBy[];
}

/** Columns that are not grouped by are empty. */
export interface UsageRow {
  namespace: string;
  kind: string;
  workflowType: string;
  taskQueue: string;
  periodStartMs: number | undefined;
  actions: bigint;
  activeByteMilliseconds: bigint;
  retainedByteMilliseconds: bigint;
}

const SOURCES: Record<Level, { table: string; moment: string }> = {
  minute: { table: "action_minutes", moment: "minute" },
  hour: { table: "current_action_hours", moment: "hour" },
  day: { table: "current_action_days", moment: "day" },
};

/** Errors: OUT_OF_RANGE when the report would have more than REPORT_ROWS_MAX rows. */
export async function readUsageReport(pool: Pool, query: UsageQuery): Promise<UsageRow[]> {
  const { rows } = await pool.query<ReportRow>(statementOf(query), [
    query.accountId,
    query.namespace ?? null,
  ]);
  if (rows.length > REPORT_ROWS_MAX) {
    throw new CloudError(
      "OUT_OF_RANGE",
      `The report has more than ${REPORT_ROWS_MAX} rows. Ask for a shorter time or fewer groups.`,
    );
  }
  return rows.map((row) => ({
    namespace: row.namespace,
    kind: row.kind,
    workflowType: row.workflow_type,
    taskQueue: row.task_queue,
    periodStartMs: row.period_start?.getTime(),
    actions: BigInt(row.actions),
    activeByteMilliseconds: BigInt(row.active),
    retainedByteMilliseconds: BigInt(row.retained),
  }));
}

interface ReportRow {
  namespace: string;
  kind: string;
  workflow_type: string;
  task_queue: string;
  period_start: Date | null;
  actions: string;
  active: string;
  retained: string;
}

/** All parts of the text are fixed or numbers; what the caller names comes as parameters. */
function statementOf(query: UsageQuery): string {
  const finest = query.groupBy.includes("hour") ? "hour" : "day";
  const columns = ["namespace", "kind", "workflow_type", "task_queue"] as const;
  const selected = columns.map((column) => (query.groupBy.includes(column) ? column : `'' as ${column}`));
  const period = periodOf(query.groupBy);
  const used = [...segmentsOf(query.range, finest).map(actionsIn), storageIn(query.range)];
  return `with used as (${used.join(" union all ")})
    select ${selected.join(", ")}, ${period} as period_start,
      coalesce(sum(actions), 0)::text as actions, coalesce(sum(active), 0)::text as active,
      coalesce(sum(retained), 0)::text as retained
    from used group by 1, 2, 3, 4, 5
    having sum(actions) > 0 or sum(active) > 0 or sum(retained) > 0
    order by 5 nulls first, 1, 2, 3, 4 limit ${REPORT_ROWS_MAX + 1}`;
}

function periodOf(groupBy: readonly GroupBy[]): string {
  if (groupBy.includes("hour")) return "date_trunc('hour', moment, 'UTC')";
  if (groupBy.includes("day")) return "date_trunc('day', moment, 'UTC')";
  return "null::timestamptz";
}

function actionsIn(segment: Segment): string {
  const { table, moment } = SOURCES[segment.level];
  return `select namespace, kind, workflow_type, task_queue, ${moment} as moment,
      count::numeric as actions, 0::numeric as active, 0::numeric as retained
    from ${table} where account = $1 and ($2::text is null or namespace = $2)
      and ${moment} >= ${momentOf(segment.fromMs)} and ${moment} < ${momentOf(segment.toMs)}`;
}

function storageIn(range: TimeRange): string {
  return `select namespace, '${STORAGE_KIND}', '', '', hour, 0::numeric,
      case when storage_class = 'active' then byte_milliseconds else 0 end,
      case when storage_class = 'retained' then byte_milliseconds else 0 end
    from storage_hours where account = $1 and ($2::text is null or namespace = $2)
      and hour >= ${momentOf(range.fromMs)} and hour < ${momentOf(range.toMs)}`;
}

function momentOf(ms: number): string {
  return `to_timestamp(${String(Math.trunc(ms))}::float8 / 1000)`;
}
