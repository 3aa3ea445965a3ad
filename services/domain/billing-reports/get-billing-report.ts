// Reads one report, with a fresh link to its file, and the file behind a link.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import type { Database } from "#domain/database";
import type { Clock } from "#shared/clock";
import type { Envelope } from "#shared/envelope";
import { CloudError } from "#shared/errors";
import { toBillingReport } from "./billing-report.ts";
import { makeReportUrl, openReportToken } from "./report-link.ts";

/** Errors: NOT_FOUND for an id that is not a report of this account. */
export async function getBillingReport(
  context: DomainContext,
  id: string,
): Promise<temporal.api.cloud.billing.v1.IBillingReport> {
  const { accountId } = context.actor;
  const row = await context.database.query.billingReport.findFirst({
    where: { id, accountId },
    omit: { file: true },
  });
  if (row === null)
    throw new CloudError("NOT_FOUND", "There is no billing report with this id in your account.");
  const expiresAt = context.clock.now() + row.linkSeconds * 1_000;
  const url = makeReportUrl(context.envelope, context.installation.publicUrl, {
    accountId,
    reportId: id,
    expiresAt,
  });
  return toBillingReport(row, { url, expiresAt });
}

/** Errors: PERMISSION_DENIED for a bad token, NOT_FOUND when the report is gone. */
export async function readReportFile(
  ports: { database: Database; envelope: Envelope; clock: Clock },
  token: string,
): Promise<{ name: string; bytes: Uint8Array }> {
  const { accountId, reportId } = openReportToken(ports.envelope, token, ports.clock.now());
  const row = await ports.database.forAccount(accountId).query.billingReport.findFirst({
    where: { id: reportId, accountId, state: "GENERATED" },
    select: { file: true, startAt: true, endAt: true },
  });
  if (row?.file == null) throw new CloudError("NOT_FOUND", "This report is no longer kept.");
  const [from, to] = [row.startAt, row.endAt].map((date) => date.toISOString().slice(0, 10));
  return { name: `billing-report-${from}-${to}.csv`, bytes: row.file };
}
