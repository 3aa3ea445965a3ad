// Reads the users of the caller's account, in ascending order of their ids.
import assert from "node:assert/strict";
import type { temporal } from "#contracts";
import { principalsOfNamespace } from "#domain/access";
import type { DomainContext } from "#domain/context";
import { readPrincipalAccess } from "#domain/roles";
import type { User } from "#prisma";
import { cutPage, readPage, type PageRequest } from "#shared/page";
import { findUser } from "./find-user.ts";
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
  const principals = namespace === "" ? undefined : await principalsOfNamespace(context, "user", namespace);
  const rows = await context.database.query.user.findMany({
    where: {
      accountId,
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
  const row = await findUser(context.database.query, context, userId);
  const [user] = await withAccess(context, [row]);
  assert(user !== undefined, "a row that was read has a message");
  return user;
}

async function withAccess(context: DomainContext, rows: User[]): Promise<IUser[]> {
  const { accountId } = context.actor;
  const { query } = context.database;
  const [accesses, invitations] = await Promise.all([
    readPrincipalAccess(query, accountId, rows),
    query.userInvitation.findMany({ where: { accountId, userId: { in: rows.map((row) => row.id) } } }),
  ]);
  return rows.flatMap((row) => {
    const access = accesses.get(row.id);
    if (access === undefined) return [];
    return [
      toUser(
        row,
        access,
        invitations.find((invitation) => invitation.userId === row.id),
      ),
    ];
  });
}
