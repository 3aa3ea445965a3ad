// Changes a custom role: whoever has it has what it says now, at the gateways within 10 s (T8).
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { touchDirectory } from "#domain/directory";
import { mutate, type OperationRow } from "#domain/operations";
import { checkResourceVersion, nothingToChange } from "#shared/resource-version";
import { checkPermissions } from "./check-permissions.ts";
import { checkNameFree, findCustomRole } from "./custom-role-store.ts";
import { keyOf, permissionsOf, readCustomRoleSpec, toColumns } from "./custom-role.ts";

const ACTION = "cloud.customrole.update";

export async function updateCustomRole(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IUpdateCustomRoleRequest,
): Promise<OperationRow> {
  const roleId = request.roleId ?? "";
  const { operation } = await mutate(
    context,
    {
      action: ACTION,
      operationType: "UpdateCustomRole",
      operationId: request.asyncOperationId,
      request: {
        typeName: "temporal.api.cloud.cloudservice.v1.UpdateCustomRoleRequest",
        message: request,
      },
      resourceType: "customrole",
      resourceId: roleId,
    },
    async (tx, asyncOperationId) => {
      const row = await findCustomRole(context, tx, { roleId, action: ACTION });
      checkResourceVersion(row, request.resourceVersion);
      const after = readCustomRoleSpec(request.spec);
      const before = { name: row.name, description: row.description, permissions: permissionsOf(row) };
      if (keyOf(before) === keyOf(after)) throw nothingToChange();
      const { accountId } = row;
      await checkNameFree(tx, { accountId, name: after.name, except: row.id });
      await checkPermissions(tx, context, { before: before.permissions, after: after.permissions });
      await tx.customRole.update({
        where: { id: row.id },
        data: {
          ...toColumns(after),
          ...{ asyncOperationId, updatedAt: new Date(context.clock.now()) },
          resourceVersion: { increment: 1 },
        },
      });
      await touchDirectory(tx);
      return { resourceId: row.id, before: toColumns(before), after: toColumns(after) };
    },
  );
  return operation;
}
