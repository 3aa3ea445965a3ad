// Adds a user to a cloud group and takes one out. Whoever adds somebody gives what the group has, so it takes having it.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { touchDirectory } from "#domain/directory";
import { mutate, type OperationRow } from "#domain/operations";
import { checkCovers } from "#domain/roles";
import type { User } from "#prisma";
import { CloudError } from "#shared/errors";
import { nothingToChange } from "#shared/resource-version";
import { checkManagedHere, findGroup } from "./find-group.ts";
import { addMembers, removeMembers } from "./group-store.ts";

type Request = temporal.api.cloud.cloudservice.v1.IAddUserGroupMemberRequest;

export function addUserGroupMember(context: DomainContext, request: Request): Promise<OperationRow> {
  return changeMember(context, request, "AddUserGroupMember", async (tx, { accountId, groupId, user }) => {
    const now = context.clock.now();
    const added = await addMembers(tx, { accountId, groupId, userIds: [user.id], now });
    if (added === 0) throw nothingToChange();
    return { after: { member: user.email } };
  });
}

export function removeUserGroupMember(context: DomainContext, request: Request): Promise<OperationRow> {
  return changeMember(context, request, "RemoveUserGroupMember", async (tx, { accountId, groupId, user }) => {
    if ((await removeMembers(tx, { accountId, groupId, userIds: [user.id] })) === 0) {
      throw new CloudError("NOT_FOUND", "This user is not a member of the group.", {
        field: "memberId.userId",
      });
    }
    return { before: { member: user.email } };
  });
}

const ACTION = {
  AddUserGroupMember: "cloud.usergroup.addMember",
  RemoveUserGroupMember: "cloud.usergroup.removeMember",
} as const;

type Membership = { accountId: string; groupId: string; user: User };
type Change = { before?: { member: string }; after?: { member: string } };

async function changeMember(
  context: DomainContext,
  request: Request,
  operationType: keyof typeof ACTION,
  change: (tx: Transaction, membership: Membership) => Promise<Change>,
): Promise<OperationRow> {
  const mutation = {
    action: ACTION[operationType],
    operationType,
    operationId: request.asyncOperationId,
    request: { typeName: `temporal.api.cloud.cloudservice.v1.${operationType}Request`, message: request },
    resourceType: "usergroup",
    resourceId: request.groupId ?? "",
  };
  const { operation } = await mutate(context, mutation, async (tx) => {
    const group = await findGroup(tx, context, request.groupId);
    checkManagedHere(group, "members");
    await checkCovers(tx, context.actor, group.access);
    const user = await findMember(tx, context, request);
    const changed = await change(tx, { accountId: group.accountId, groupId: group.id, user });
    await touchDirectory(tx);
    return { resourceId: group.id, ...changed };
  });
  return operation;
}

/** Members are people: service accounts are given access themselves. */
async function findMember(tx: Transaction, context: DomainContext, request: Request): Promise<User> {
  const field = "memberId.userId";
  const id = request.memberId?.userId ?? "";
  if (id === "") throw new CloudError("INVALID_ARGUMENT", "member_id.user_id is required.", { field });
  const user = await tx.user.findFirst({ where: { id, accountId: context.actor.accountId } });
  if (user !== null) return user;
  throw new CloudError("NOT_FOUND", "There is no user with this id in your account.", { field });
}
