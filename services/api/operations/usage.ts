// Operations of usage: reports of our own, with and without money, and the Cloud Ops API's usage summaries.
import { downloadFocusReport, getCostReport, type FocusReader } from "#billing/reports";
import type { cloudV1, temporal } from "#contracts";
import { findAccount } from "#domain/accounts";
import { listNamespaceFacts } from "#domain/namespaces";
import { downloadUsageReport, getUsage, getUsageReport, type UsageReader } from "#usage/reports";
import { operation, type Operation, type OperationContext } from "./operation.ts";

const USAGE = "cellplane.cloud.v1.UsageService";
const CLOUD = "temporal.api.cloud.cloudservice.v1.CloudService";

export const usageOperations: Operation[] = [
  operation({
    rpc: `${USAGE}/GetUsageReport`,
    permission: "cloud.usage.get",
    recordsBadInput: true,
    run: (context, request: cloudV1.IGetUsageReportRequest) => getUsageReport(readerOf(context), request),
  }),
  operation({
    rpc: `${USAGE}/DownloadUsageReport`,
    permission: "cloud.usage.get",
    recordsBadInput: true,
    run: (context, request: cloudV1.IGetUsageReportRequest) =>
      downloadUsageReport(readerOf(context), request),
  }),
  operation({
    rpc: `${USAGE}/DownloadFocusReport`,
    permission: "cloud.cost.get",
    recordsBadInput: true,
    run: async (context, request: cloudV1.IDownloadFocusReportRequest) =>
      downloadFocusReport(await focusReaderOf(context), request),
  }),
  operation({
    rpc: `${USAGE}/GetCostReport`,
    permission: "cloud.cost.get",
    run: (context, request: cloudV1.IGetCostReportRequest) => {
      const { billing, pricing } = context;
      return getCostReport({ ...readerOf(context), billing, defaultBook: pricing.defaultBook }, request);
    },
  }),
  operation({
    rpc: `${CLOUD}/GetUsage`,
    permission: "cloud.usage.get",
    recordsBadInput: true,
    run: (context, request: temporal.api.cloud.cloudservice.v1.IGetUsageRequest) =>
      getUsage(readerOf(context), request),
  }),
];

function readerOf(context: OperationContext): UsageReader {
  return {
    usage: context.usage,
    accountId: context.actor.accountId,
    now: context.clock.now(),
    signal: context.signal,
    facts: () => listNamespaceFacts(context),
  };
}

async function focusReaderOf(context: OperationContext): Promise<FocusReader> {
  const { name } = await findAccount(context.database.query, context.actor.accountId);
  return {
    ...readerOf(context),
    billing: context.billing,
    defaultBook: context.pricing.defaultBook,
    accountName: name,
  };
}
