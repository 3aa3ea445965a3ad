// The door of usage reports: reads the usage database, and writes nothing but what no source counts. Callers open it once and pass the pool.
export { openUsageDatabase } from "../store/open.ts";
export { readFinalUntil, refreshUsage, type Refreshed } from "./final-until.ts";
export { groupingOf, needsFacts, parseGrouping, type GroupBy, type Grouping } from "./grouping.ts";
export { STORAGE_KIND, type NamespaceFacts, type UsageQuery } from "./report-statement.ts";
export { readUsageReport, REPORT_ROWS_MAX, type UsageRow } from "./usage-report.ts";
export { streamUsageReport } from "./stream-usage-report.ts";
export { csvLines } from "./report-file.ts";
export { rangeOf } from "./report-range.ts";
export { readActionRates, type ActionRates } from "./action-rates.ts";
export { readDailyUsage, type DailyPosition, type DailyUsage } from "./daily-usage.ts";
export { ACTIVE_STORAGE, readMeteredUsage, RETAINED_STORAGE, type MeteredUsage } from "./metered-usage.ts";
export { readRecount, type Recount } from "./recount.ts";
export { DAY_MS, HOUR_MS, MINUTE_MS, type TimeRange } from "./segments.ts";
export { readRequest, type UsageReader } from "./report-request.ts";
export { getUsageReport } from "./get-usage-report.ts";
export { downloadUsageReport, type StreamedBody } from "./download-usage-report.ts";
export { getMetricDescriptors, getMetrics, ScrapeBudget } from "./open-metrics/index.ts";
export {
  CAPACITY_KIND,
  recordSurcharges,
  type MeteringInterval,
  type SurchargeOptions,
} from "./surcharges.ts";
export { getUsage } from "./get-usage.ts";
export { storeMetricMinutes } from "../store/metric-minutes-store.ts";
