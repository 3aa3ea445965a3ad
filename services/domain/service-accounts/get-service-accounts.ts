// Reads the service accounts of the caller's account, in ascending order of their ids.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { accessOfRow, listAccess } from "#domain/roles";
import type { ServiceAccount } from "#prisma";
import { CloudError } from "#shared/errors";
import { cutPage, readPage, type PageRequest } from "#shared/page";
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
  const row = await context.database.query.serviceAccount.findFirst({
    where: { id, accountId: context.actor.accountId, state: "ACTIVE" },
  });
  const [serviceAccount] = row === null ? [] : await withAccess(context, [row]);
  if (serviceAccount !== undefined) return serviceAccount;
  throw new CloudError("NOT_FOUND", "There is no service account with this id in your account.");
}

async function withAccess(context: DomainContext, rows: ServiceAccount[]): Promise<IServiceAccount[]> {
  const given = await listAccess(context.database.query, {
    accountId: context.actor.accountId,
    principalIds: rows.map((row) => row.id),
  });
  return rows.map((row) => toServiceAccount(row, accessOfRow(row, given)));
}
