// Reads the custom roles of the caller's account, in ascending order of their ids.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { cutPage, readPage, type PageRequest } from "#shared/page";
import { findCustomRole } from "./custom-role-store.ts";
import { toCustomRole } from "./custom-role.ts";

type ICustomRole = temporal.api.cloud.identity.v1.ICustomRole;

export async function getCustomRoles(
  context: DomainContext,
  request: PageRequest,
): Promise<{ customRoles: ICustomRole[]; nextPageToken: string }> {
  const wanted = readPage(request);
  const rows = await context.database.query.customRole.findMany({
    where: {
      accountId: context.actor.accountId,
      ...(wanted.after === undefined ? {} : { id: { gt: wanted.after } }),
    },
    orderBy: { id: "asc" },
    take: wanted.size + 1,
  });
  const page = cutPage(rows, wanted, (row) => row.id);
  return { customRoles: page.rows.map(toCustomRole), nextPageToken: page.nextPageToken };
}

/** Errors: NOT_FOUND for an id that is not a custom role of this account. */
export async function getCustomRole(context: DomainContext, roleId: string): Promise<ICustomRole> {
  const wanted = { roleId, action: "cloud.customrole.get" };
  return toCustomRole(await findCustomRole(context, context.database.query, wanted));
}
