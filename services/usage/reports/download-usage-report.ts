// DownloadUsageReport: the same report as CSV. Cells that a spreadsheet would take for a formula are defused, because
// workflow types and task queues are chosen by whoever runs workflows.
import { stringify } from "csv-stringify/sync";
import type { cloudV1 } from "#contracts";
import { byteSeconds, readRequested, type UsageReader } from "./get-usage-report.ts";
import type { GroupBy, UsageRow } from "./usage-report.ts";

const COLUMNS: Record<Exclude<GroupBy, "hour" | "day">, (row: UsageRow) => string> = {
  namespace: (row) => row.namespace,
  kind: (row) => row.kind,
  workflow_type: (row) => row.workflowType,
  task_queue: (row) => row.taskQueue,
};

/** google.api.HttpBody */
export interface CsvBody {
  contentType: string;
  data: Uint8Array;
}

export async function downloadUsageReport(
  reader: UsageReader,
  request: cloudV1.IGetUsageReportRequest,
): Promise<CsvBody> {
  const { rows, groupBy } = await readRequested(reader, request);
  return { contentType: "text/csv; charset=utf-8", data: Buffer.from(toCsv(rows, groupBy)) };
}

export function toCsv(rows: readonly UsageRow[], groupBy: readonly GroupBy[]): string {
  const columns = [
    ...groupBy.map((name) => ({ name, of: name === "hour" || name === "day" ? periodStart : COLUMNS[name] })),
    { name: "actions", of: (row: UsageRow) => String(row.actions) },
    { name: "active_byte_seconds", of: (row: UsageRow) => byteSeconds(row.activeByteMilliseconds) },
    { name: "retained_byte_seconds", of: (row: UsageRow) => byteSeconds(row.retainedByteMilliseconds) },
  ];
  return stringify(
    [columns.map(({ name }) => name), ...rows.map((row) => columns.map(({ of }) => of(row)))],
    {
      escape_formulas: true,
      record_delimiter: "\n",
    },
  );
}

function periodStart(row: UsageRow): string {
  return row.periodStartMs === undefined ? "" : new Date(row.periodStartMs).toISOString();
}
