// Makes a group equal to what the identity provider says, by PUT and PATCH: its name, its id there, its members.
import { touchDirectory } from "#domain/directory";
import type { Transaction } from "#domain/database";
import { removeGroup } from "#domain/groups";
import { applyPatch } from "./apply-patch.ts";
import { changeMembers, memberChange } from "./change-group-members.ts";
import type { ResourceChange } from "./change-scim-user.ts";
import { getScimGroup } from "./get-scim-groups.ts";
import {
  externalIdOf,
  readGroupResource,
  toScimGroup,
  writableGroup,
  type GroupFacts,
  type GroupInput,
} from "./group-resource.ts";
import { findGroupFacts } from "./group-rows.ts";
import { checkMayManage } from "./managed-people.ts";
import { checkGroupName } from "./provision-group.ts";
import { checkVersion } from "./resource-version.ts";
import { changeDirectory, type ScimContext } from "./scim-context.ts";
import type { ScimObject } from "./scim-refusal.ts";

export function replaceScimGroup(context: ScimContext, change: ResourceChange): Promise<ScimObject> {
  return makeEqual(context, change, () => change.body);
}

export function patchScimGroup(context: ScimContext, change: ResourceChange): Promise<ScimObject> {
  return makeEqual(context, change, (facts) => applyPatch(writableGroup(facts), change.body));
}

/** What the group gave its members is gone with it. Errors: NOT_FOUND, PERMISSION_DENIED. */
export async function deprovisionGroup(context: ScimContext, groupId: string): Promise<void> {
  await findGroupFacts(context.database.query, context, groupId);
  const change = {
    ...{
      action: "cloud.usergroup.delete",
      operationType: "DeprovisionGroup",
      resourceType: "usergroup" as const,
    },
    resourceId: groupId,
  };
  await changeDirectory(context, change, async (tx) => {
    const { group } = await findGroupFacts(tx, context, groupId);
    await checkMayManage(tx, context, group);
    await removeGroup(tx, { accountId: group.accountId, groupId });
    await touchDirectory(tx);
    return {
      resourceId: groupId,
      before: { displayName: group.displayName, accountRole: group.accountRole },
    };
  });
}

/** What is as wanted already is left alone, without a record: identity providers repeat themselves. */
async function makeEqual(
  context: ScimContext,
  { id, ifMatch }: ResourceChange,
  wantedOf: (facts: GroupFacts) => ScimObject,
): Promise<ScimObject> {
  const present = await findGroupFacts(context.database.query, context, id);
  checkVersion(ifMatch, versionIn(present, context));
  const input = readGroupResource(wantedOf(present));
  const difference = differenceOf(present, input);
  if (difference.isNone) return toScimGroup(present, context.directory.baseUrl);
  const change = {
    ...{ action: "cloud.usergroup.update", operationType: "UpdateProvisionedGroup" },
    ...{ resourceType: "usergroup" as const, resourceId: id },
    resource: { displayName: input.displayName, externalId: input.externalId },
    ...{ addedUserIds: difference.added, removedUserIds: difference.removed },
  };
  await changeDirectory(context, change, async (tx) => {
    const facts = await findGroupFacts(tx, context, id);
    checkVersion(ifMatch, versionIn(facts, context));
    const wanted = readGroupResource(wantedOf(facts));
    const { added, removed } = differenceOf(facts, wanted);
    await rename(tx, context, facts, wanted);
    await changeMembers(tx, context, { group: facts.group, added, removed });
    await touchDirectory(tx);
    return {
      resourceId: id,
      before: { displayName: facts.group.displayName, removed },
      after: { displayName: wanted.displayName, added },
    };
  });
  return getScimGroup(context, id);
}

function versionIn(facts: GroupFacts, context: ScimContext): string {
  return (toScimGroup(facts, context.directory.baseUrl)["meta"] as { version: string }).version;
}

function differenceOf(
  facts: GroupFacts,
  input: GroupInput,
): { added: string[]; removed: string[]; isNone: boolean } {
  const members = memberChange(
    facts.members.map(({ userId }) => userId),
    input.userIds,
  );
  const isNamedSo =
    facts.group.displayName === input.displayName && externalIdOf(facts.group) === input.externalId;
  return { ...members, isNone: isNamedSo && members.added.length + members.removed.length === 0 };
}

/** Also when only the members change: the group's time of change moves. The version that Terraform holds stays. */
async function rename(
  tx: Transaction,
  context: ScimContext,
  { group }: GroupFacts,
  input: GroupInput,
): Promise<void> {
  const { id, accountId } = group;
  const { displayName } = input;
  const externalId = input.externalId === "" ? id : input.externalId;
  const isRenamed = displayName !== group.displayName || externalId !== group.externalId;
  if (isRenamed) await checkGroupName(tx, { accountId, displayName, externalId, exceptId: id });
  await tx.userGroup.updateMany({
    where: { id, accountId },
    data: {
      ...{ displayName, externalId, updatedAt: new Date(context.clock.now()) },
      ...(isRenamed ? { resourceVersion: { increment: 1 } } : {}),
    },
  });
}
