// The file behind the link of a billing report. The link is the authority: it says whose report, and until when.
import { readReportFile, REPORT_DOWNLOAD_PATH } from "#domain/billing-reports";
import type { Database } from "#domain/database";
import type { Clock } from "#shared/clock";
import type { Envelope } from "#shared/envelope";
import type { RateLimits } from "../calls/rate-limits.ts";
import type { HttpApp } from "../rest/http-app.ts";

export function mountReportDownload(
  app: HttpApp,
  ports: { database: Database; envelope: Envelope; clock: Clock; rateLimits: RateLimits },
): void {
  app.allow(new RegExp(`^${REPORT_DOWNLOAD_PATH}$`), "GET");
  app.fastify.get(REPORT_DOWNLOAD_PATH, async (request, reply) => {
    ports.rateLimits.takeForAddress(request.ip);
    const { token } = request.query as { token?: unknown };
    const { name, bytes } = await readReportFile(ports, typeof token === "string" ? token : "");
    return reply
      .header("content-type", "text/csv; charset=utf-8")
      .header("content-disposition", `attachment; filename="${name}"`)
      .send(Buffer.from(bytes));
  });
}
