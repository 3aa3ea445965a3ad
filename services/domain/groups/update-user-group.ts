// Changes a group's name and what its members may do. What kind of group it is does not change, and a group of an
// identity provider has its name from there.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { touchDirectory } from "#domain/directory";
import { mutate, type OperationRow } from "#domain/operations";
import { accessDetails, checkGrant, isSameAccess, writePrincipalAccess } from "#domain/roles";
import type { UserGroup } from "#prisma";
import { CloudError } from "#shared/errors";
import { checkResourceVersion, nothingToChange } from "#shared/resource-version";
import { checkUnique } from "./create-user-group.ts";
import { findGroup } from "./find-group.ts";
import type { GroupKind } from "./group-store.ts";
import { readGroupSpec, type GroupInput, type GroupType } from "./user-group.ts";

export async function updateUserGroup(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IUpdateUserGroupRequest,
): Promise<OperationRow> {
  const { accountId } = context.actor;
  const mutation = {
    action: "cloud.usergroup.update",
    operationType: "UpdateUserGroup",
    operationId: request.asyncOperationId,
    request: { typeName: "temporal.api.cloud.cloudservice.v1.UpdateUserGroupRequest", message: request },
    resourceType: "usergroup",
    resourceId: request.groupId ?? "",
  };
  const { operation } = await mutate(context, mutation, async (tx, asyncOperationId) => {
    const group = await findGroup(tx, context, request.groupId);
    checkResourceVersion(group, request.resourceVersion);
    // The column holds only what CreateUserGroup and the identity provider wrote.
    const type: GroupType = { kind: group.kind as GroupKind, externalId: group.externalId };
    const input = readGroupSpec(request.spec, type);
    checkSameType(group, input);
    const { displayName, access } = input;
    if (displayName === group.displayName && isSameAccess(access, group.access)) throw nothingToChange();
    await checkGrant(tx, context, { before: group.access, after: access });
    if (type.kind === "cloud") await checkUnique(tx, { accountId, displayName, type, exceptId: group.id });
    await tx.userGroup.update({
      where: { id: group.id },
      data: {
        ...{ displayName, accountRole: access.accountRole, asyncOperationId },
        updatedAt: new Date(context.clock.now()),
        resourceVersion: { increment: 1 },
      },
    });
    await writePrincipalAccess(tx, { accountId, principalType: "group", principalId: group.id }, access);
    await touchDirectory(tx);
    return {
      resourceId: group.id,
      before: { displayName: group.displayName, ...accessDetails(group.access) },
      after: { displayName, ...accessDetails(access) },
    };
  });
  return operation;
}

function checkSameType(group: UserGroup, input: GroupInput): void {
  const { type } = input;
  const isSame = type === undefined || (type.kind === group.kind && type.externalId === group.externalId);
  if (!isSame) {
    throw new CloudError("INVALID_ARGUMENT", "What kind of group it is, and of whom, cannot be changed.", {
      field: `spec.${type.kind}Group`,
    });
  }
  if (group.kind === "scim" && input.displayName !== group.displayName) {
    throw new CloudError("INVALID_ARGUMENT", "The name of this group comes from your identity provider.", {
      field: "spec.displayName",
    });
  }
}
