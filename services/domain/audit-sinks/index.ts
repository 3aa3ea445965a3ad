// The door of audit log sinks: where accounts have their audit records delivered to.
export { createAuditLogSink } from "./create-audit-log-sink.ts";
export { deleteAuditLogSink, updateAuditLogSink } from "./change-audit-log-sink.ts";
export { getAuditLogSink, getAuditLogSinks } from "./get-audit-log-sinks.ts";
export { validateAuditLogSink } from "./validate-audit-log-sink.ts";
export { createAuditDelivery, type AuditDelivery } from "./deliver-audit.ts";
export { createRecordSender } from "./destinations/index.ts";
export { sinkSettings, type SinkSettings } from "./sink-settings.ts";
export type { Delivery, SendRecords } from "./destination.ts";
