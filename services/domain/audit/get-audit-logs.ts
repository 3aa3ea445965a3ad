// The caller's audit trail for a window of time, newest first.
import { msOfTimestamp, type temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { CloudError } from "#shared/errors";
import { pageToken, readPage } from "#shared/page";
import { listAudit } from "./list-audit.ts";
import { toLogRecord } from "./log-record.ts";

type Request = temporal.api.cloud.cloudservice.v1.IGetAuditLogsRequest;
type Response = temporal.api.cloud.cloudservice.v1.IGetAuditLogsResponse;

const DEFAULT_WINDOW_MS = 30 * 86_400_000;

/** Errors: INVALID_ARGUMENT for a window that ends before it begins, or a token of another list. */
export async function getAuditLogs(context: DomainContext, request: Request): Promise<Response> {
  const end = msOfTimestamp(request.endTimeExclusive) ?? context.clock.now() + 1;
  const start = msOfTimestamp(request.startTimeInclusive) ?? end - DEFAULT_WINDOW_MS;
  if (start >= end) {
    throw new CloudError("INVALID_ARGUMENT", "start_time_inclusive must be before end_time_exclusive.", {
      field: "startTimeInclusive",
    });
  }
  const wanted = readPage(request);
  const page = await listAudit(context.database.query, {
    accountId: context.actor.accountId,
    startInclusive: new Date(start),
    endExclusive: new Date(end),
    pageSize: wanted.size,
    before: readSequence(wanted.after),
  });
  return {
    logs: page.records.map(toLogRecord),
    nextPageToken: page.next === undefined ? "" : pageToken(page.next.toString()),
  };
}

function readSequence(text: string | undefined): bigint | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,18}$/.test(text)) return BigInt(text);
  throw new CloudError(
    "INVALID_ARGUMENT",
    "page_token is not one that this list gave. Start without a token.",
    {
      field: "pageToken",
    },
  );
}
