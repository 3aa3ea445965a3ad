// The door of an account's metrics in OpenMetrics.
export { getMetricDescriptors, getMetrics, type MetricsReader } from "./get-metrics.ts";
export type { MetricFacts } from "./read-samples.ts";
export { ScrapeBudget } from "./scrape-budget.ts";
