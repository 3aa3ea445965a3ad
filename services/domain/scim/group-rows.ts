// Reads the SCIM groups of an account with their members.
import type { Transaction } from "#domain/database";
import type { Prisma, UserGroup } from "#prisma";
import { CloudError } from "#shared/errors";
import type { GroupFacts } from "./group-resource.ts";
import { pinnedText } from "./match-filter.ts";
import type { Filter } from "./parse-filter.ts";
import type { ScimContext } from "./scim-context.ts";

const OF_DIRECTORY = { kind: "scim", state: "ACTIVE" };

/** Errors: NOT_FOUND for an id that is not a SCIM group of this account. */
export async function findGroupFacts(
  tx: Transaction,
  context: ScimContext,
  groupId: string,
): Promise<GroupFacts> {
  const { accountId } = context.actor;
  const group = await tx.userGroup.findFirst({ where: { id: groupId, accountId, ...OF_DIRECTORY } });
  const [facts] = group === null ? [] : await withMembers(tx, accountId, [group]);
  if (facts !== undefined) return facts;
  throw new CloudError("NOT_FOUND", `There is no group ${groupId}.`);
}

export async function withMembers(
  tx: Transaction,
  accountId: string,
  groups: UserGroup[],
): Promise<GroupFacts[]> {
  const rows = await tx.userGroupMember.findMany({
    where: { accountId, groupId: { in: groups.map(({ id }) => id) } },
    orderBy: { userId: "asc" },
  });
  const users = await tx.user.findMany({
    where: { accountId, id: { in: [...new Set(rows.map(({ userId }) => userId))] } },
    select: { id: true, email: true },
  });
  const emailOf = new Map(users.map(({ id, email }) => [id, email]));
  return groups.map((group) => ({
    group,
    members: rows
      .filter(({ groupId }) => groupId === group.id)
      .map(({ userId }) => ({ userId, email: emailOf.get(userId) ?? "" })),
  }));
}

/** What narrows a list by an index before the whole filter is asked. */
export function whereOfGroups(accountId: string, filter: Filter | undefined): Prisma.UserGroupWhereInput {
  const id = pinnedText(filter, "id");
  const displayName = pinnedText(filter, "displayName");
  const externalId = pinnedText(filter, "externalId");
  return {
    ...{ accountId, ...OF_DIRECTORY },
    ...(id === undefined ? {} : { id }),
    ...(displayName === undefined ? {} : { displayName: { equals: displayName, mode: "insensitive" } }),
    ...(externalId === undefined ? {} : { externalId }),
  };
}
