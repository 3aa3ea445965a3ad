// Reads the users of the caller's account, in ascending order of their ids.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { listNamespaceAccess } from "#domain/roles";
import type { User } from "#prisma";
import { CloudError } from "#shared/errors";
import { cutPage, readPage, type PageRequest } from "#shared/page";
import { toUser } from "./user.ts";

type IUser = temporal.api.cloud.identity.v1.IUser;

export interface UserFilter extends PageRequest {
  email?: string | null;
  namespace?: string | null;
}

export async function getUsers(
  context: DomainContext,
  filter: UserFilter,
): Promise<{ users: IUser[]; nextPageToken: string }> {
  const { accountId } = context.actor;
  const wanted = readPage(filter);
  const namespace = filter.namespace ?? "";
  const principals = namespace === "" ? undefined : await principalsOf(context, namespace);
  const rows = await context.database.query.user.findMany({
    where: {
      accountId,
      state: { not: "DELETED" },
      ...(filter.email == null || filter.email === "" ? {} : { email: filter.email.trim().toLowerCase() }),
      id: {
        ...(wanted.after === undefined ? {} : { gt: wanted.after }),
        ...(principals === undefined ? {} : { in: principals }),
      },
    },
    orderBy: { id: "asc" },
    take: wanted.size + 1,
  });
  const page = cutPage(rows, wanted, (user) => user.id);
  return { users: await withAccess(context, page.rows), nextPageToken: page.nextPageToken };
}

/** Errors: NOT_FOUND for an id that is not a user of this account. */
export async function getUser(context: DomainContext, userId: string): Promise<IUser> {
  const row = await context.database.query.user.findFirst({
    where: { id: userId, accountId: context.actor.accountId, state: { not: "DELETED" } },
  });
  const [user] = row === null ? [] : await withAccess(context, [row]);
  if (user !== undefined) return user;
  throw new CloudError("NOT_FOUND", "There is no user with this id in your account.");
}

/** The users with a permission of their own on the namespace; a namespace of another account has none here. */
async function principalsOf(context: DomainContext, namespace: string): Promise<string[]> {
  const rows = await context.database.query.namespaceAccess.findMany({
    where: { accountId: context.actor.accountId, namespace },
    select: { principalId: true },
  });
  return rows.map((row) => row.principalId);
}

async function withAccess(context: DomainContext, rows: User[]): Promise<IUser[]> {
  const accesses = await listNamespaceAccess(context.database.query, {
    accountId: context.actor.accountId,
    principalIds: rows.map((row) => row.id),
  });
  return rows.map((row) => toUser(row, accesses.get(row.id) ?? new Map<string, never>()));
}
