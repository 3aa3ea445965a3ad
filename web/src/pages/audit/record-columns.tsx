// The columns of the audit trail.
import { StatusMark } from "#components/status-mark";
import type { Column } from "#components/table-types";
import { Timestamp } from "#components/timestamp";
import { factsOf, type LogRecord } from "./audit-record.ts";

export const RECORD_COLUMNS: readonly Column<LogRecord>[] = [
  {
    id: "time",
    header: "When",
    width: 140,
    cell: ({ emitTime }) => <Timestamp at={emitTime} />,
    text: ({ emitTime = "" }) => emitTime,
  },
  {
    id: "who",
    header: "Who",
    width: 240,
    cell: ({ principal }) => principal?.name,
    text: ({ principal }) => principal?.name ?? "",
  },
  {
    id: "operation",
    header: "What",
    width: 220,
    cell: ({ operation }) => <code>{operation}</code>,
    text: ({ operation = "" }) => operation,
  },
  {
    id: "on",
    header: "On",
    width: 240,
    cell: (record) => <code>{factsOf(record).resourceId}</code>,
    text: (record) => factsOf(record).resourceId,
  },
  {
    id: "outcome",
    header: "Outcome",
    width: 190,
    cell: (record) =>
      record.status === "OK" ? (
        <StatusMark status="completed" word="Done" />
      ) : (
        <StatusMark status="failed" word={factsOf(record).code.toLowerCase().replaceAll("_", " ")} />
      ),
    text: (record) => factsOf(record).code,
  },
  {
    id: "from",
    header: "From",
    width: 150,
    cell: ({ xForwardedFor }) => <code>{xForwardedFor}</code>,
    text: ({ xForwardedFor = "" }) => xForwardedFor,
  },
];
