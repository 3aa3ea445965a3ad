// The door of the audit trail.
export { appendAudit, recordFailure, type AuditEntry } from "./append-audit.ts";
export { listAudit, type AuditPage } from "./list-audit.ts";
export { recordCalls } from "./record-calls.ts";
export { getAuditLogs } from "./get-audit-logs.ts";
export { toLogRecord } from "./log-record.ts";
export { checkTrails, verifyAudit, type BrokenRecord } from "./check-trails.ts";
export { hashAuditRecord, type AuditFacts } from "./audit-hash.ts";
