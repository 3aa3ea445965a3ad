// Asynchronous operations and the audit trail.
import type { temporal } from "#contracts";
import { getAuditLogs } from "#domain/audit";
import { getOperation, toAsyncOperation } from "#domain/operations";
import { operation, type Operation } from "./operation.ts";

const SERVICE = "temporal.api.cloud.cloudservice.v1.CloudService";

export const asyncOperationOperations: Operation[] = [
  operation<
    temporal.api.cloud.cloudservice.v1.IGetAsyncOperationRequest,
    temporal.api.cloud.cloudservice.v1.IGetAsyncOperationResponse
  >({
    rpc: `${SERVICE}/GetAsyncOperation`,
    permission: "cloud.operation.get",
    run: async (context, request) => {
      const key = { accountId: context.actor.accountId, operationId: request.asyncOperationId ?? "" };
      return { asyncOperation: toAsyncOperation(await getOperation(context.database.query, key)) };
    },
  }),
];

export const auditOperations: Operation[] = [
  operation<
    temporal.api.cloud.cloudservice.v1.IGetAuditLogsRequest,
    temporal.api.cloud.cloudservice.v1.IGetAuditLogsResponse
  >({
    rpc: `${SERVICE}/GetAuditLogs`,
    permission: "cloud.auditlog.list",
    run: (context, request) => getAuditLogs(context, request),
  }),
];
