// GetUsageReport: answers with the rows of a report and their totals, as one message.
import { timestampOfMs, type cloudV1 } from "#contracts";
import { readFinalUntil } from "./final-until.ts";
import { readRequest, type UsageReader } from "./report-request.ts";
import { byteSeconds } from "./usage-columns.ts";
import { readUsageReport, type UsageRow } from "./usage-report.ts";

/**
 * Errors: INVALID_ARGUMENT naming the field; NOT_FOUND for a namespace of another account; OUT_OF_RANGE for a report that
 * is too long for a message.
 */
export async function getUsageReport(
  reader: UsageReader,
  request: cloudV1.IGetUsageReportRequest,
): Promise<cloudV1.IGetUsageReportResponse> {
  const { query } = await readRequest(reader, request);
  const rows = await readUsageReport(reader.usage, query);
  const finalUntil = await readFinalUntil(reader.usage);
  const sum = (of: (row: UsageRow) => bigint): bigint => rows.reduce((total, row) => total + of(row), 0n);
  return {
    rows: rows.map(toMessage),
    totalActions: Number(sum((row) => row.actions)),
    totalActiveByteSeconds: byteSeconds(sum((row) => row.activeByteMilliseconds)),
    totalRetainedByteSeconds: byteSeconds(sum((row) => row.retainedByteMilliseconds)),
    ...(finalUntil === undefined ? {} : { finalUntil: timestampOfMs(finalUntil) }),
  };
}

function toMessage(row: UsageRow): cloudV1.IUsageRow {
  return {
    namespace: row.namespace,
    kind: row.kind,
    workflowType: row.workflowType,
    taskQueue: row.taskQueue,
    ...(row.periodStartMs === undefined ? {} : { periodStart: timestampOfMs(row.periodStartMs) }),
    actions: Number(row.actions),
    activeByteSeconds: byteSeconds(row.activeByteMilliseconds),
    retainedByteSeconds: byteSeconds(row.retainedByteMilliseconds),
    account: row.account,
    project: row.project,
    tags: { ...row.tags },
  };
}
