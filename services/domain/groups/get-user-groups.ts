// Reads the groups of the caller's account, in ascending order of their ids.
import type { temporal } from "#contracts";
import { principalsOfNamespace } from "#domain/access";
import type { DomainContext } from "#domain/context";
import { readPrincipalAccess } from "#domain/roles";
import type { Prisma, UserGroup } from "#prisma";
import { cutPage, readPage } from "#shared/page";
import { findGroup } from "./find-group.ts";
import { toUserGroup } from "./user-group.ts";

type Filter = temporal.api.cloud.cloudservice.v1.IGetUserGroupsRequest;
type IUserGroup = temporal.api.cloud.identity.v1.IUserGroup;

/** Every filter that is given must fit. */
export async function getUserGroups(
  context: DomainContext,
  filter: Filter,
): Promise<{ groups: IUserGroup[]; nextPageToken: string }> {
  const { accountId } = context.actor;
  const wanted = readPage(filter);
  const { namespace } = filter;
  const ofNamespace = isGiven(namespace)
    ? [{ id: { in: await principalsOfNamespace(context, "group", namespace) } }]
    : [];
  const rows = await context.database.query.userGroup.findMany({
    where: {
      ...{ accountId, state: "ACTIVE" },
      ...(wanted.after === undefined ? {} : { id: { gt: wanted.after } }),
      ...(isGiven(filter.displayName) ? { displayName: filter.displayName } : {}),
      AND: [...kindFilters(filter), ...ofNamespace],
    },
    orderBy: { id: "asc" },
    take: wanted.size + 1,
  });
  const page = cutPage(rows, wanted, (row) => row.id);
  return { groups: await withAccess(context, page.rows), nextPageToken: page.nextPageToken };
}

/** Errors: NOT_FOUND for an id that is not a group of this account. */
export async function getUserGroup(context: DomainContext, groupId: string): Promise<IUserGroup> {
  const { access, ...row } = await findGroup(context.database.query, context, groupId);
  return toUserGroup(row, access);
}

function isGiven(text: string | null | undefined): text is string {
  return text != null && text !== "";
}

/** A filter on an identity provider without a name asks for all groups of that kind. */
function kindFilters({ googleGroup, scimGroup }: Filter): Prisma.UserGroupWhereInput[] {
  const filters: Prisma.UserGroupWhereInput[] = [];
  if (googleGroup != null) {
    const externalId = googleGroup.emailAddress?.trim().toLowerCase();
    filters.push({ kind: "google", ...(isGiven(externalId) ? { externalId } : {}) });
  }
  if (scimGroup != null) {
    filters.push({ kind: "scim", ...(isGiven(scimGroup.idpId) ? { externalId: scimGroup.idpId } : {}) });
  }
  return filters;
}

async function withAccess(context: DomainContext, rows: UserGroup[]): Promise<IUserGroup[]> {
  const accesses = await readPrincipalAccess(context.database.query, context.actor.accountId, rows);
  return rows.flatMap((row) => {
    const access = accesses.get(row.id);
    return access === undefined ? [] : [toUserGroup(row, access)];
  });
}
