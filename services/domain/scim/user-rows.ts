// Reads the users of an account with what their identity provider says of them and the groups that come from it.
import type { Transaction } from "#domain/database";
import type { Prisma, User } from "#prisma";
import { CloudError } from "#shared/errors";
import { pinnedText } from "./match-filter.ts";
import type { Filter } from "./parse-filter.ts";
import type { ScimContext } from "./scim-context.ts";
import type { UserFacts } from "./user-resource.ts";

/** Errors: NOT_FOUND for an id that is not a user of this account. */
export async function findUserFacts(
  tx: Transaction,
  context: ScimContext,
  userId: string,
): Promise<UserFacts> {
  const { accountId } = context.actor;
  const user = await tx.user.findFirst({ where: { id: userId, accountId } });
  const [facts] = user === null ? [] : await withFacts(tx, accountId, [user]);
  if (facts !== undefined) return facts;
  throw new CloudError("NOT_FOUND", `There is no user ${userId}.`);
}

export async function withFacts(tx: Transaction, accountId: string, users: User[]): Promise<UserFacts[]> {
  const userId = { in: users.map(({ id }) => id) };
  const [rows, members] = await Promise.all([
    tx.scimUser.findMany({ where: { accountId, userId } }),
    tx.userGroupMember.findMany({ where: { accountId, userId }, orderBy: { groupId: "asc" } }),
  ]);
  const groups = await tx.userGroup.findMany({
    where: { accountId, kind: "scim", state: "ACTIVE", id: { in: members.map(({ groupId }) => groupId) } },
    select: { id: true, displayName: true },
  });
  const scimOf = new Map(rows.map((row) => [row.userId, row]));
  const groupOf = new Map(groups.map((group) => [group.id, group]));
  return users.map((user) => ({
    user,
    scim: scimOf.get(user.id) ?? null,
    groups: members.flatMap((member) => {
      const group = member.userId === user.id ? groupOf.get(member.groupId) : undefined;
      return group === undefined ? [] : [group];
    }),
  }));
}

/** What narrows a list by an index before the whole filter is asked. */
export async function whereOf(
  tx: Transaction,
  accountId: string,
  filter: Filter | undefined,
): Promise<Prisma.UserWhereInput> {
  const id = pinnedText(filter, "id");
  if (id !== undefined) return { accountId, id };
  const externalId = pinnedText(filter, "externalId");
  if (externalId !== undefined) {
    const rows = await tx.scimUser.findMany({ where: { accountId, externalId }, select: { userId: true } });
    return { accountId, id: { in: rows.map((row) => row.userId) } };
  }
  const userName = pinnedText(filter, "userName")?.toLowerCase();
  if (userName === undefined) return { accountId };
  const row = await tx.scimUser.findFirst({ where: { accountId, userNameKey: userName } });
  return { accountId, OR: [{ email: userName }, ...(row === null ? [] : [{ id: row.userId }])] };
}
