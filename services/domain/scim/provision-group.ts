// Makes a group that the account's identity provider has. It may do nothing until access is given to it here.
import { touchDirectory } from "#domain/directory";
import type { Transaction } from "#domain/database";
import { insertGroup } from "#domain/groups";
import { checkQuota } from "#domain/quotas";
import { NO_ACCESS_BEYOND_ROLE } from "#domain/roles";
import { changeMembers } from "./change-group-members.ts";
import { getScimGroup } from "./get-scim-groups.ts";
import { readGroupResource } from "./group-resource.ts";
import { changeDirectory, type ScimContext } from "./scim-context.ts";
import { ScimRefusal, type ScimObject } from "./scim-refusal.ts";

/** Errors: ScimRefusal, RESOURCE_EXHAUSTED. */
export async function provisionGroup(context: ScimContext, body: ScimObject): Promise<ScimObject> {
  const input = readGroupResource(body);
  const { displayName, userIds } = input;
  const { accountId } = context.actor;
  const change = {
    ...{
      action: "cloud.usergroup.create",
      operationType: "ProvisionGroup",
      resourceType: "usergroup" as const,
    },
    ...{ resource: { displayName, externalId: input.externalId }, addedUserIds: userIds },
  };
  const groupId = await changeDirectory(context, change, async (tx, asyncOperationId) => {
    const count = await tx.userGroup.count({ where: { accountId, state: "ACTIVE" } });
    await checkQuota(tx, { accountId, name: "userGroupsPerAccount", count });
    const id = context.ids.uuid().replaceAll("-", "");
    const externalId = input.externalId === "" ? id : input.externalId;
    await checkGroupName(tx, { accountId, displayName, externalId });
    const access = { accountRole: "none", ...NO_ACCESS_BEYOND_ROLE } as const;
    const now = context.clock.now();
    await insertGroup(tx, {
      id,
      accountId,
      displayName,
      kind: "scim",
      externalId,
      access,
      asyncOperationId,
      now,
    });
    const group = await tx.userGroup.findUniqueOrThrow({ where: { id } });
    await changeMembers(tx, context, { group, added: userIds, removed: [] });
    await touchDirectory(tx);
    return { resourceId: id, after: { displayName, externalId, kind: "scim", members: userIds.length } };
  });
  return getScimGroup(context, groupId);
}

/** Under the account's lock. Errors: ScimRefusal uniqueness. */
export async function checkGroupName(
  tx: Transaction,
  wanted: { accountId: string; displayName: string; externalId: string; exceptId?: string },
): Promise<void> {
  const { accountId, displayName, externalId, exceptId = "" } = wanted;
  const found = await tx.userGroup.findFirst({
    where: {
      ...{ accountId, kind: "scim", state: "ACTIVE", id: { not: exceptId } },
      OR: [{ displayName: { equals: displayName, mode: "insensitive" } }, { externalId }],
    },
  });
  if (found === null) return;
  throw new ScimRefusal("uniqueness", "There is a group with this displayName or externalId already.");
}
