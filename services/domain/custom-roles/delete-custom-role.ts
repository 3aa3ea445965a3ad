// Deletes a custom role that nobody has.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { mutate, type OperationRow } from "#domain/operations";
import { CloudError } from "#shared/errors";
import { checkResourceVersion } from "#shared/resource-version";
import { findCustomRole } from "./custom-role-store.ts";
import { permissionsOf, toColumns } from "./custom-role.ts";

const ACTION = "cloud.customrole.delete";

/** Errors: FAILED_PRECONDITION as long as it is part of somebody's access. */
export async function deleteCustomRole(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IDeleteCustomRoleRequest,
): Promise<OperationRow> {
  const roleId = request.roleId ?? "";
  const { operation } = await mutate(
    context,
    {
      action: ACTION,
      operationType: "DeleteCustomRole",
      operationId: request.asyncOperationId,
      request: {
        typeName: "temporal.api.cloud.cloudservice.v1.DeleteCustomRoleRequest",
        message: request,
      },
      resourceType: "customrole",
      resourceId: roleId,
    },
    async (tx) => {
      const row = await findCustomRole(context, tx, { roleId, action: ACTION });
      checkResourceVersion(row, request.resourceVersion);
      const { accountId, id, name, description } = row;
      const holders = await tx.customRoleAssignment.count({ where: { accountId, customRoleId: id } });
      if (holders > 0) {
        throw new CloudError(
          "FAILED_PRECONDITION",
          `The custom role is part of the access of ${holders} users, groups or service accounts. Take it from them first.`,
        );
      }
      await tx.customRole.deleteMany({ where: { id, accountId } });
      return { resourceId: id, before: toColumns({ name, description, permissions: permissionsOf(row) }) };
    },
  );
  return operation;
}
