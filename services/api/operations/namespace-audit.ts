// The audit of acts upon running workflows, for each namespace.
import type { cloudV1 } from "#contracts";
import { getNamespaceAudit, updateNamespaceAudit } from "#domain/namespace-audit";
import { toAsyncOperation } from "#domain/operations";
import { operation, type Operation } from "./operation.ts";

const AUDIT = "cellplane.cloud.v1.AuditService";

export const namespaceAuditOperations: Operation[] = [
  operation({
    rpc: `${AUDIT}/GetNamespaceAudit`,
    permission: "cloud.namespace.get",
    run: async (context, request: cloudV1.IGetNamespaceAuditRequest) => ({
      audit: await getNamespaceAudit(context, request.namespace ?? ""),
    }),
  }),
  operation({
    rpc: `${AUDIT}/UpdateNamespaceAudit`,
    permission: "cloud.namespace.update",
    run: async (context, request: cloudV1.IUpdateNamespaceAuditRequest) => ({
      asyncOperation: toAsyncOperation(await updateNamespaceAudit(context, request)),
    }),
  }),
];
