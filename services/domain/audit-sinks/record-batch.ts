// The next records of a trail as a batch for a sink: in their order, bounded in number and bytes.
import { codecOf, messageToJsonText, type temporal } from "#contracts";
import { toLogRecord } from "#domain/audit";
import type { Transaction } from "#domain/database";
import type { AuditRecord } from "#prisma";
import type { DeliveredRecord } from "./destination.ts";

const RECORDS_MAX = 100;
const BATCH_BYTES_MAX = 1_000_000;
/** What every destination takes as one record; Kinesis has the lowest limit, 1 MiB with its key. */
const RECORD_BYTES_MAX = 900_000;

const LOG_RECORD = codecOf<temporal.api.cloud.auditlog.v1.ILogRecord>(
  "temporal.api.cloud.auditlog.v1.LogRecord",
);

export async function readBatch(
  tx: Transaction,
  from: { accountId: string; deliveredSequence: bigint },
): Promise<DeliveredRecord[]> {
  const rows = await tx.auditRecord.findMany({
    where: { accountId: from.accountId, sequence: { gt: from.deliveredSequence } },
    orderBy: { sequence: "asc" },
    take: RECORDS_MAX,
  });
  const records: DeliveredRecord[] = [];
  let bytes = 0;
  for (const row of rows) {
    const record = toRecord(row);
    bytes += Buffer.byteLength(record.json);
    if (records.length > 0 && bytes > BATCH_BYTES_MAX) break;
    records.push(record);
  }
  return records;
}

function toRecord(row: AuditRecord): DeliveredRecord {
  const whole = logRecordJson(toLogRecord(row));
  // A record that no destination takes would hold up all after it: it goes without its details, which the trail has.
  const json =
    Buffer.byteLength(whole) <= RECORD_BYTES_MAX
      ? whole
      : logRecordJson(toLogRecord({ ...row, details: { message: "too large: read it with GetAuditLogs" } }));
  return { logId: row.id, sequence: row.sequence, json };
}

/** One line of canonical JSON. */
export function logRecordJson(record: temporal.api.cloud.auditlog.v1.ILogRecord): string {
  return messageToJsonText(LOG_RECORD.type, record);
}
