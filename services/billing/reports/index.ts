// The door of billing reports: usage and prices as a file.
export { drawUpReport, type ReportSources } from "./draw-up-report.ts";
export { downloadFocusReport, type FocusReader } from "./focus/download-focus-report.ts";
export { getCostReport } from "./get-cost-report.ts";
