// Links to the files of reports: who has one may fetch the file until it expires. The token is sealed under the master
// key, so it can be neither read nor made by others.
import { z } from "zod";
import type { Envelope } from "#shared/envelope";
import { CloudError } from "#shared/errors";

const PURPOSE = "billing-report-link";
export const REPORT_DOWNLOAD_PATH = "/downloads/billing-report";

const contents = z.strictObject({ accountId: z.string(), reportId: z.string(), expiresAt: z.number() });
export type ReportLink = z.infer<typeof contents>;

export function makeReportUrl(envelope: Envelope, publicUrl: string, link: ReportLink): string {
  const token = envelope.seal(JSON.stringify(link), PURPOSE);
  return `${publicUrl}${REPORT_DOWNLOAD_PATH}?token=${encodeURIComponent(token)}`;
}

/** Errors: PERMISSION_DENIED, with one text for a token that is not ours and one that has expired. */
export function openReportToken(envelope: Envelope, token: string, now: number): ReportLink {
  try {
    const link = contents.parse(JSON.parse(envelope.open(token, PURPOSE).toString("utf8")));
    if (now < link.expiresAt) return link;
  } catch (error) {
    if (!(error instanceof CloudError || error instanceof z.ZodError || error instanceof SyntaxError))
      throw error;
  }
  throw new CloudError(
    "PERMISSION_DENIED",
    "This link is not valid, or has expired. Read the report again for a new one.",
  );
}
