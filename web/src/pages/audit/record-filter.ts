// Which records are shown: by who did it, what it was, how it ended, and words anywhere in it.
import { factsOf, type LogRecord } from "./audit-record.ts";

export interface RecordFilter {
  text: string;
  operation: string;
  outcome: "all" | "ok" | "error";
}

export const ALL_RECORDS: RecordFilter = { text: "", operation: "", outcome: "all" };

export function isShown(record: LogRecord, { text, operation, outcome }: RecordFilter): boolean {
  if (operation !== "" && record.operation !== operation) return false;
  if (outcome !== "all" && (record.status === "OK") !== (outcome === "ok")) return false;
  const words = text.trim().toLowerCase();
  if (words === "") return true;
  const { action, resourceId, message, requestId } = factsOf(record);
  return [record.principal?.name, record.principal?.id, record.operation, record.xForwardedFor]
    .concat(action, resourceId, message, requestId)
    .some((value) => (value ?? "").toLowerCase().includes(words));
}
