// An audit record as the public message.
import { timestampOfMs, type google, type temporal } from "#contracts";
import type { AuditRecord } from "#prisma";

/** Rises when the shape of a record changes. */
const RECORD_VERSION = 1;

const PUBLIC_PRINCIPAL_TYPE: Record<string, string> = { service_account: "serviceaccount" };

export function toLogRecord(record: AuditRecord): temporal.api.cloud.auditlog.v1.ILogRecord {
  return {
    emitTime: timestampOfMs(record.emittedAt.getTime()),
    operation: record.operation,
    status: record.status === "OK" ? "OK" : "ERROR",
    version: RECORD_VERSION,
    logId: record.id,
    principal: {
      type: PUBLIC_PRINCIPAL_TYPE[record.principalType] ?? record.principalType,
      id: record.principalId,
      name: record.principalName,
      apiKeyId: record.apiKeyId,
    },
    rawDetails: toStruct({
      ...(record.details as Record<string, unknown>),
      action: record.action,
      code: record.status,
      resourceType: record.resourceType,
      resourceId: record.resourceId,
      requestId: record.requestId,
      sequence: record.sequence.toString(),
      hash: record.hash,
    }),
    xForwardedFor: record.remoteAddress,
    asyncOperationId: record.asyncOperationId,
  };
}

function toStruct(object: Record<string, unknown>): google.protobuf.IStruct {
  return { fields: Object.fromEntries(Object.entries(object).map(([key, value]) => [key, toValue(value)])) };
}

function toValue(value: unknown): google.protobuf.IValue {
  if (typeof value === "string") return { stringValue: value };
  if (typeof value === "number") return { numberValue: value };
  if (typeof value === "boolean") return { boolValue: value };
  if (Array.isArray(value)) return { listValue: { values: value.map(toValue) } };
  if (typeof value === "object" && value !== null)
    return { structValue: toStruct(value as Record<string, unknown>) };
  return { nullValue: 0 };
}
