// The door of billing reports.
export { createBillingReport } from "./create-billing-report.ts";
export { getBillingReport, readReportFile } from "./get-billing-report.ts";
export { generateReports, type DrawUpReport } from "./generate-reports.ts";
export { sweepBillingReports } from "./sweep-billing-reports.ts";
export { REPORT_DOWNLOAD_PATH } from "./report-link.ts";
