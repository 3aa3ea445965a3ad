// Makes a custom role. It gives nothing to anybody until it is part of somebody's access.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { mutate, type OperationRow } from "#domain/operations";
import { checkQuota } from "#domain/quotas";
import { checkPermissions } from "./check-permissions.ts";
import { checkNameFree } from "./custom-role-store.ts";
import { readCustomRoleSpec, toColumns } from "./custom-role.ts";

type Request = temporal.api.cloud.cloudservice.v1.ICreateCustomRoleRequest;

export async function createCustomRole(
  context: DomainContext,
  request: Request,
): Promise<{ roleId: string; operation: OperationRow }> {
  const { accountId } = context.actor;
  const { operation } = await mutate(
    context,
    {
      action: "cloud.customrole.create",
      operationType: "CreateCustomRole",
      operationId: request.asyncOperationId,
      request: {
        typeName: "temporal.api.cloud.cloudservice.v1.CreateCustomRoleRequest",
        message: request,
      },
      resourceType: "customrole",
    },
    async (tx, asyncOperationId) => {
      const spec = readCustomRoleSpec(request.spec);
      await checkNameFree(tx, { accountId, name: spec.name });
      const count = await tx.customRole.count({ where: { accountId } });
      await checkQuota(tx, { accountId, name: "customRolesPerAccount", count });
      await checkPermissions(tx, context, { before: [], after: spec.permissions });
      const id = context.ids.uuid().replaceAll("-", "");
      const now = new Date(context.clock.now());
      await tx.customRole.create({
        data: { ...toColumns(spec), id, accountId, asyncOperationId, createdAt: now, updatedAt: now },
      });
      return { resourceId: id, after: toColumns(spec) };
    },
  );
  return { roleId: operation.resourceId, operation };
}
