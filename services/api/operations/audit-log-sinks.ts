// Audit log sinks: where an account has its audit records delivered to.
import type { temporal } from "#contracts";
import {
  createAuditLogSink,
  deleteAuditLogSink,
  getAuditLogSink,
  getAuditLogSinks,
  updateAuditLogSink,
  validateAuditLogSink,
} from "#domain/audit-sinks";
import { toAsyncOperation } from "#domain/operations";
import { operation, type Operation } from "./operation.ts";

const CLOUD = "temporal.api.cloud.cloudservice.v1.CloudService";

export const auditLogSinkOperations: Operation[] = [
  operation({
    rpc: `${CLOUD}/CreateAccountAuditLogSink`,
    permission: "cloud.auditlog.createSink",
    run: async (context, request: temporal.api.cloud.cloudservice.v1.ICreateAccountAuditLogSinkRequest) => ({
      asyncOperation: toAsyncOperation(await createAuditLogSink(context, context.sinks.policy, request)),
    }),
  }),
  operation({
    rpc: `${CLOUD}/GetAccountAuditLogSink`,
    permission: "cloud.auditlog.getSink",
    run: async (context, request: temporal.api.cloud.cloudservice.v1.IGetAccountAuditLogSinkRequest) => ({
      sink: await getAuditLogSink(context, request.name ?? ""),
    }),
  }),
  operation({
    rpc: `${CLOUD}/GetAccountAuditLogSinks`,
    permission: "cloud.auditlog.listSinks",
    run: (context, request: temporal.api.cloud.cloudservice.v1.IGetAccountAuditLogSinksRequest) =>
      getAuditLogSinks(context, request),
  }),
  operation({
    rpc: `${CLOUD}/UpdateAccountAuditLogSink`,
    permission: "cloud.auditlog.updateSink",
    run: async (context, request: temporal.api.cloud.cloudservice.v1.IUpdateAccountAuditLogSinkRequest) => ({
      asyncOperation: toAsyncOperation(await updateAuditLogSink(context, context.sinks.policy, request)),
    }),
  }),
  operation({
    rpc: `${CLOUD}/DeleteAccountAuditLogSink`,
    permission: "cloud.auditlog.deleteSink",
    run: async (context, request: temporal.api.cloud.cloudservice.v1.IDeleteAccountAuditLogSinkRequest) => ({
      asyncOperation: toAsyncOperation(await deleteAuditLogSink(context, request)),
    }),
  }),
  operation({
    rpc: `${CLOUD}/ValidateAccountAuditLogSink`,
    permission: "cloud.auditlog.validateSink",
    run: async (context, request: temporal.api.cloud.cloudservice.v1.IValidateAccountAuditLogSinkRequest) => {
      await validateAuditLogSink(context, context.sinks, request);
      return {};
    },
  }),
];
