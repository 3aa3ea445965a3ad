// Reads a usage report of one account from the rolled-up counters: exact at any moment, because what is not rolled up
// yet is added from the minutes. It only reads.
import { CloudError } from "#shared/errors";
import type { Pool } from "#shared/postgres";
import { statementOf, type UsageQuery } from "./report-statement.ts";

export const REPORT_ROWS_MAX = 10_000;

/** Columns that are not grouped by are empty. */
export interface UsageRow {
  account: string;
  namespace: string;
  project: string;
  tags: Readonly<Record<string, string>>;
  kind: string;
  workflowType: string;
  taskQueue: string;
  periodStartMs: number | undefined;
  actions: bigint;
  activeByteMilliseconds: bigint;
  retainedByteMilliseconds: bigint;
}

export interface ReportRow {
  account: string;
  namespace: string;
  project: string;
  tag: Record<string, string> | null;
  kind: string;
  workflow_type: string;
  task_queue: string;
  period_start: Date | null;
  actions: string;
  active: string;
  retained: string;
}

/** Errors: OUT_OF_RANGE when the report would have more than REPORT_ROWS_MAX rows. */
export async function readUsageReport(pool: Pool, query: UsageQuery): Promise<UsageRow[]> {
  const { text, values } = statementOf(query);
  const { rows } = await pool.query<ReportRow>(`${text} limit ${REPORT_ROWS_MAX + 1}`, values);
  if (rows.length > REPORT_ROWS_MAX) {
    throw new CloudError(
      "OUT_OF_RANGE",
      `The report has more than ${REPORT_ROWS_MAX} rows. Ask for a shorter time or fewer groups, or download it.`,
    );
  }
  return rows.map(toUsageRow);
}

export function toUsageRow(row: ReportRow): UsageRow {
  return {
    account: row.account,
    namespace: row.namespace,
    project: row.project,
    tags: row.tag ?? {},
    kind: row.kind,
    workflowType: row.workflow_type,
    taskQueue: row.task_queue,
    periodStartMs: row.period_start?.getTime(),
    actions: BigInt(row.actions),
    activeByteMilliseconds: BigInt(row.active),
    retainedByteMilliseconds: BigInt(row.retained),
  };
}
