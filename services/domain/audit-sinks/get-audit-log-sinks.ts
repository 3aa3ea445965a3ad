// Reads the audit log sinks of the caller's account, in the order of their names.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import type { AuditLogSink } from "#prisma";
import { CloudError } from "#shared/errors";
import { cutPage, readPage, type PageRequest } from "#shared/page";
import { toAuditLogSink } from "./audit-log-sink.ts";

type Response = temporal.api.cloud.cloudservice.v1.IGetAccountAuditLogSinksResponse;

export async function getAuditLogSinks(context: DomainContext, request: PageRequest): Promise<Response> {
  const wanted = readPage(request);
  const rows = await context.database.query.auditLogSink.findMany({
    where: {
      accountId: context.actor.accountId,
      ...(wanted.after === undefined ? {} : { name: { gt: wanted.after } }),
    },
    orderBy: { name: "asc" },
    take: wanted.size + 1,
  });
  const page = cutPage(rows, wanted, (row) => row.name);
  return { sinks: page.rows.map(toAuditLogSink), nextPageToken: page.nextPageToken };
}

export async function getAuditLogSink(
  context: DomainContext,
  name: string,
): Promise<temporal.api.cloud.account.v1.IAuditLogSink> {
  return toAuditLogSink(await findSink(context.database.query, context, name));
}

/** Errors: NOT_FOUND for a name that is not a sink of this account. */
export async function findSink(tx: Transaction, context: DomainContext, name: string): Promise<AuditLogSink> {
  const { accountId } = context.actor;
  const row = await tx.auditLogSink.findUnique({ where: { accountId_name: { accountId, name } } });
  if (row !== null) return row;
  throw new CloudError("NOT_FOUND", "There is no audit log sink with this name in your account.");
}
