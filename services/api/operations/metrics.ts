// Operations of an account's metrics: without money and without names of anybody's data but workflow types.
import type { cloudV1 } from "#contracts";
import { listNamespaceFacts } from "#domain/namespaces";
import { systemClock } from "#shared/clock";
import { getMetricDescriptors, getMetrics, ScrapeBudget } from "#usage/reports";
import { operation, type Operation } from "./operation.ts";

const METRICS = "cellplane.cloud.v1.MetricsService";

/** One for all callers of this process. */
const budget = new ScrapeBudget(systemClock);

export const metricsOperations: Operation[] = [
  operation({
    rpc: `${METRICS}/GetMetrics`,
    permission: "cloud.metrics.get",
    run: (context, request: cloudV1.IGetMetricsRequest) =>
      getMetrics(
        {
          usage: context.usage,
          accountId: context.actor.accountId,
          now: context.clock.now(),
          budget,
          namespaces: () => listNamespaceFacts(context),
        },
        request,
      ),
  }),
  operation({
    rpc: `${METRICS}/GetMetricDescriptors`,
    permission: "cloud.metrics.get",
    run: (context, request: cloudV1.IGetMetricDescriptorsRequest) =>
      Promise.resolve(getMetricDescriptors(context.actor.accountId, request)),
  }),
];
