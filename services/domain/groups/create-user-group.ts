// Makes a group of users: a cloud group, whose members are added here, or one that stands for a Google group.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { touchDirectory } from "#domain/directory";
import { mutate, type OperationRow } from "#domain/operations";
import { checkQuota } from "#domain/quotas";
import { accessDetails, checkGrant } from "#domain/roles";
import { CloudError } from "#shared/errors";
import { insertGroup } from "./group-store.ts";
import { readGroupSpec, type GroupInput, type GroupType } from "./user-group.ts";

export async function createUserGroup(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.ICreateUserGroupRequest,
): Promise<{ groupId: string; operation: OperationRow }> {
  const { accountId } = context.actor;
  const { operation } = await mutate(
    context,
    {
      action: "cloud.usergroup.create",
      operationType: "CreateUserGroup",
      operationId: request.asyncOperationId,
      request: { typeName: "temporal.api.cloud.cloudservice.v1.CreateUserGroupRequest", message: request },
      resourceType: "usergroup",
    },
    async (tx, asyncOperationId) => {
      const { displayName, access, type } = checkNew(readGroupSpec(request.spec));
      await checkGrant(tx, context, { after: access });
      const count = await tx.userGroup.count({ where: { accountId, state: "ACTIVE" } });
      await checkQuota(tx, { accountId, name: "userGroupsPerAccount", count });
      await checkUnique(tx, { accountId, displayName, type });
      const id = context.ids.uuid().replaceAll("-", "");
      const now = context.clock.now();
      await insertGroup(tx, { id, accountId, displayName, ...type, access, asyncOperationId, now });
      await touchDirectory(tx);
      return { resourceId: id, after: { displayName, kind: type.kind, ...accessDetails(access) } };
    },
  );
  return { groupId: operation.resourceId, operation };
}

function checkNew(input: GroupInput): GroupInput & { type: GroupType } {
  if (input.type === undefined) {
    throw new CloudError("INVALID_ARGUMENT", "Say what the group is: cloud_group or google_group.", {
      field: "spec.cloudGroup",
    });
  }
  if (input.type.kind === "scim") {
    throw new CloudError(
      "INVALID_ARGUMENT",
      "A SCIM group is made by your identity provider, never by this call.",
      { field: "spec.scimGroup" },
    );
  }
  return { ...input, type: input.type };
}

/** Under the account's lock. Errors: ALREADY_EXISTS. */
export async function checkUnique(
  tx: Transaction,
  group: { accountId: string; displayName: string; type: GroupType; exceptId?: string },
): Promise<void> {
  const { accountId, displayName, type } = group;
  const same = type.kind === "cloud" ? { displayName } : { externalId: type.externalId };
  const found = await tx.userGroup.findFirst({
    where: {
      ...{ accountId, state: "ACTIVE", kind: type.kind, ...same },
      ...(group.exceptId === undefined ? {} : { id: { not: group.exceptId } }),
    },
    select: { id: true },
  });
  if (found === null) return;
  throw new CloudError(
    "ALREADY_EXISTS",
    type.kind === "cloud"
      ? "There is already a cloud group with this name."
      : "There is already a group for this address.",
    { field: type.kind === "cloud" ? "spec.displayName" : "spec.googleGroup.emailAddress" },
  );
}
