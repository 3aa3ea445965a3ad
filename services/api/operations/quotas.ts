// Operations of limits: customers read what holds for them, operators change it.
import type { cloudV1 } from "#contracts";
import { getQuotas, updateQuota } from "#domain/installation";
import { operation, type Operation } from "./operation.ts";

const QUOTAS = "cellplane.cloud.v1.QuotaService";

export const quotaOperations: Operation[] = [
  operation({
    rpc: `${QUOTAS}/GetQuotas`,
    permission: "cloud.quota.list",
    run: (context, request: cloudV1.IGetQuotasRequest) => getQuotas(context, request),
  }),
  operation({
    rpc: `${QUOTAS}/UpdateQuota`,
    permission: "cloud.quota.update",
    run: (context, request: cloudV1.IUpdateQuotaRequest) => updateQuota(context, request),
  }),
];
