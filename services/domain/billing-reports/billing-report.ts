// A billing report as a row and as the public message.
import Long from "long";
import { durationOfMs, temporal, timestampOfMs } from "#contracts";
import type { BillingReport } from "#prisma";

type IReport = temporal.api.cloud.billing.v1.IBillingReport;
const { BillingReportGranularity } = temporal.api.cloud.billing.v1.BillingReportSpec;
const { BillingReportState, Download } = temporal.api.cloud.billing.v1.BillingReport;

export const GRANULARITIES = ["HOURLY", "DAILY", "MONTHLY"] as const;
export type Granularity = (typeof GRANULARITIES)[number];

/** Everything but the file, which may be large. */
export type ReportRow = Omit<BillingReport, "file">;

export const PUBLIC_GRANULARITY = {
  HOURLY: BillingReportGranularity.BILLING_REPORT_GRANULARITY_HOURLY,
  DAILY: BillingReportGranularity.BILLING_REPORT_GRANULARITY_DAILY,
  MONTHLY: BillingReportGranularity.BILLING_REPORT_GRANULARITY_MONTHLY,
} as const satisfies Record<Granularity, number>;

const PUBLIC_STATE = {
  IN_PROGRESS: BillingReportState.BILLING_REPORT_STATE_IN_PROGRESS,
  GENERATED: BillingReportState.BILLING_REPORT_STATE_GENERATED,
  FAILED: BillingReportState.BILLING_REPORT_STATE_FAILED,
} as const;

export function toBillingReport(row: ReportRow, link: { url: string; expiresAt: number }): IReport {
  // The columns hold only what this folder writes.
  const state = row.state as keyof typeof PUBLIC_STATE;
  return {
    id: row.id,
    state: PUBLIC_STATE[state],
    spec: {
      startTimeInclusive: timestampOfMs(row.startAt.getTime()),
      endTimeExclusive: timestampOfMs(row.endAt.getTime()),
      downloadUrlExpirationDuration: durationOfMs(row.linkSeconds * 1_000),
      description: row.description,
      granularity: PUBLIC_GRANULARITY[row.granularity as Granularity],
    },
    downloadInfo: state === "GENERATED" ? [downloadOf(row, link)] : [],
    requestedTime: timestampOfMs(row.requestedAt.getTime()),
    ...(row.generatedAt === null ? {} : { generatedTime: timestampOfMs(row.generatedAt.getTime()) }),
    asyncOperationId: row.asyncOperationId,
  };
}

function downloadOf(
  row: ReportRow,
  link: { url: string; expiresAt: number },
): temporal.api.cloud.billing.v1.BillingReport.IDownload {
  return {
    url: link.url,
    urlExpirationTime: timestampOfMs(link.expiresAt),
    fileFormat: Download.FileFormat.FILE_FORMAT_CSV,
    fileSizeBytes: Long.fromNumber(row.fileBytes),
  };
}
