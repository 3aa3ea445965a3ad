// Reads the service accounts of the caller's account, in ascending order of their ids.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { accessOfRow, listAccess } from "#domain/roles";
import type { ServiceAccount } from "#prisma";
import { cutPage, readPage, type PageRequest } from "#shared/page";
import { findServiceAccount } from "./find-service-account.ts";
import { toServiceAccount } from "./service-account.ts";

type IServiceAccount = temporal.api.cloud.identity.v1.IServiceAccount;

export async function getServiceAccounts(
  context: DomainContext,
  request: PageRequest,
): Promise<{ serviceAccount: IServiceAccount[]; nextPageToken: string }> {
  const wanted = readPage(request);
  const rows = await context.database.query.serviceAccount.findMany({
    where: {
      accountId: context.actor.accountId,
      state: "ACTIVE",
      ...(wanted.after === undefined ? {} : { id: { gt: wanted.after } }),
    },
    orderBy: { id: "asc" },
    take: wanted.size + 1,
  });
  const page = cutPage(rows, wanted, (row) => row.id);
  return { serviceAccount: await withAccess(context, page.rows), nextPageToken: page.nextPageToken };
}

/** Errors: NOT_FOUND for an id that is not a service account of this account. */
export async function getServiceAccount(context: DomainContext, id: string): Promise<IServiceAccount> {
  const { access, ...row } = await findServiceAccount(context.database.query, context, id);
  return toServiceAccount(row, access);
}

async function withAccess(context: DomainContext, rows: ServiceAccount[]): Promise<IServiceAccount[]> {
  const given = await listAccess(context.database.query, {
    accountId: context.actor.accountId,
    principalIds: rows.map((row) => row.id),
  });
  return rows.map((row) => toServiceAccount(row, accessOfRow(row, given)));
}
