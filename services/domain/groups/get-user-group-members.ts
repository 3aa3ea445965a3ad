// Reads the members of a group, in ascending order of their ids.
import { timestampOfMs, type temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { cutPage, readPage } from "#shared/page";
import { findGroup } from "./find-group.ts";

type IMember = temporal.api.cloud.identity.v1.IUserGroupMember;

/** Errors: NOT_FOUND for an id that is not a group of this account. */
export async function getUserGroupMembers(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IGetUserGroupMembersRequest,
): Promise<{ members: IMember[]; nextPageToken: string }> {
  const wanted = readPage(request);
  const { query } = context.database;
  const { accountId, id: groupId } = await findGroup(query, context, request.groupId);
  const rows = await query.userGroupMember.findMany({
    where: {
      ...{ accountId, groupId },
      ...(wanted.after === undefined ? {} : { userId: { gt: wanted.after } }),
    },
    orderBy: { userId: "asc" },
    take: wanted.size + 1,
  });
  const page = cutPage(rows, wanted, (row) => row.userId);
  return {
    members: page.rows.map((row) => ({
      memberId: { userId: row.userId },
      createdTime: timestampOfMs(row.createdAt.getTime()),
    })),
    nextPageToken: page.nextPageToken,
  };
}
