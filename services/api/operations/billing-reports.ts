// Billing reports: asked for, and read with a link to their file.
import type { temporal } from "#contracts";
import { createBillingReport, getBillingReport } from "#domain/billing-reports";
import { toAsyncOperation } from "#domain/operations";
import { operation, type Operation } from "./operation.ts";

const CLOUD = "temporal.api.cloud.cloudservice.v1.CloudService";

export const billingReportOperations: Operation[] = [
  operation({
    rpc: `${CLOUD}/CreateBillingReport`,
    permission: "cloud.billingreport.create",
    run: async (context, request: temporal.api.cloud.cloudservice.v1.ICreateBillingReportRequest) => {
      const { reportId, operation: made } = await createBillingReport(context, request);
      return { billingReportId: reportId, asyncOperation: toAsyncOperation(made) };
    },
  }),
  operation({
    rpc: `${CLOUD}/GetBillingReport`,
    permission: "cloud.billingreport.get",
    run: async (context, request: temporal.api.cloud.cloudservice.v1.IGetBillingReportRequest) => ({
      billingReport: await getBillingReport(context, request.billingReportId ?? ""),
    }),
  }),
];
