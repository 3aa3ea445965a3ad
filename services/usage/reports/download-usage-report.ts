// DownloadUsageReport: a report of any length as a file, sent while it is read.
import type { cloudV1 } from "#contracts";
import { CloudError } from "#shared/errors";
import { readRequest, type UsageReader } from "./report-request.ts";
import { CONTENT_TYPES, FILE_FORMATS, reportFile, type FileFormat } from "./report-file.ts";
import { streamUsageReport } from "./stream-usage-report.ts";

/** google.api.HttpBody whose data comes bit by bit. */
export interface StreamedBody {
  contentType: string;
  fileName: string;
  /** More headers of an answer over HTTP. */
  headers?: Readonly<Record<string, string>>;
  chunks: AsyncIterable<string>;
}

/** Errors: INVALID_ARGUMENT naming the field; NOT_FOUND for a namespace of another account. */
export async function downloadUsageReport(
  reader: UsageReader,
  request: cloudV1.IGetUsageReportRequest,
): Promise<StreamedBody> {
  const format = formatOf(request.format ?? "");
  const { query, grouping } = await readRequest(reader, request);
  return {
    contentType: CONTENT_TYPES[format],
    fileName: `usage-${new Date(query.range.fromMs).toISOString().slice(0, 10)}.${format}`,
    chunks: reportFile(format, grouping, streamUsageReport(reader.usage, query)),
  };
}

function formatOf(name: string): FileFormat {
  if (name === "") return "csv";
  const known = FILE_FORMATS.find((format) => format === name);
  if (known !== undefined) return known;
  throw new CloudError("INVALID_ARGUMENT", `format must be of: ${FILE_FORMATS.join(", ")}.`, {
    field: "format",
  });
}
