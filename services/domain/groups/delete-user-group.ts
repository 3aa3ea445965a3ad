// Deletes a group: what its members had through it is gone, at the gateways within 10 s (T2).
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { touchDirectory } from "#domain/directory";
import { mutate, type OperationRow } from "#domain/operations";
import { accessDetails, checkGrant } from "#domain/roles";
import { checkResourceVersion } from "#shared/resource-version";
import { checkManagedHere, findGroup } from "./find-group.ts";
import { removeGroup } from "./group-store.ts";

export async function deleteUserGroup(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IDeleteUserGroupRequest,
): Promise<OperationRow> {
  const mutation = {
    action: "cloud.usergroup.delete",
    operationType: "DeleteUserGroup",
    operationId: request.asyncOperationId,
    request: { typeName: "temporal.api.cloud.cloudservice.v1.DeleteUserGroupRequest", message: request },
    resourceType: "usergroup",
    resourceId: request.groupId ?? "",
  };
  const { operation } = await mutate(context, mutation, async (tx) => {
    const group = await findGroup(tx, context, request.groupId);
    checkResourceVersion(group, request.resourceVersion);
    checkManagedHere(group, "group");
    await checkGrant(tx, context, { before: group.access });
    await removeGroup(tx, { accountId: group.accountId, groupId: group.id });
    await touchDirectory(tx);
    return {
      resourceId: group.id,
      before: { displayName: group.displayName, ...accessDetails(group.access) },
    };
  });
  return operation;
}
