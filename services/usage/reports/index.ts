// The door of usage reports: reads the usage database, never writes it. Callers open it once and pass the pool.
export { openUsageDatabase } from "../store/open.ts";
export { readFinalUntil, refreshUsage, type Refreshed } from "./final-until.ts";
export {
  GROUP_BY,
  readUsageReport,
  REPORT_ROWS_MAX,
  STORAGE_KIND,
  type GroupBy,
  type UsageQuery,
  type UsageRow,
} from "./usage-report.ts";
export { readActionRates, type ActionRates } from "./action-rates.ts";
export { readDailyUsage, type DailyPosition, type DailyUsage } from "./daily-usage.ts";
export { ACTIVE_STORAGE, readMeteredUsage, RETAINED_STORAGE, type MeteredUsage } from "./metered-usage.ts";
export { DAY_MS, HOUR_MS, MINUTE_MS, type TimeRange } from "./segments.ts";
export { getUsageReport, type UsageReader } from "./get-usage-report.ts";
export { downloadUsageReport } from "./download-usage-report.ts";
export { getUsage } from "./get-usage.ts";
