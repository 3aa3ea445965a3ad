// Custom roles.
import type { temporal } from "#contracts";
import {
  createCustomRole,
  deleteCustomRole,
  getCustomRole,
  getCustomRoles,
  updateCustomRole,
} from "#domain/custom-roles";
import { toAsyncOperation } from "#domain/operations";
import { operation, type Operation } from "./operation.ts";

const SERVICE = "temporal.api.cloud.cloudservice.v1.CloudService";
type V1 = typeof temporal.api.cloud.cloudservice.v1;
type Request<Name extends keyof V1> = V1[Name] extends { create(properties?: infer Message): unknown }
  ? NonNullable<Message>
  : never;

export const customRoleOperations: Operation[] = [
  operation({
    rpc: `${SERVICE}/CreateCustomRole`,
    permission: "cloud.customrole.create",
    run: async (context, request: Request<"CreateCustomRoleRequest">) => {
      const created = await createCustomRole(context, request);
      return { roleId: created.roleId, asyncOperation: toAsyncOperation(created.operation) };
    },
  }),
  operation({
    rpc: `${SERVICE}/GetCustomRoles`,
    permission: "cloud.customrole.list",
    run: (context, request: Request<"GetCustomRolesRequest">) => getCustomRoles(context, request),
  }),
  operation({
    rpc: `${SERVICE}/GetCustomRole`,
    permission: "cloud.customrole.get",
    run: async (context, request: Request<"GetCustomRoleRequest">) => ({
      customRole: await getCustomRole(context, request.roleId ?? ""),
    }),
  }),
  operation({
    rpc: `${SERVICE}/UpdateCustomRole`,
    permission: "cloud.customrole.update",
    run: async (context, request: Request<"UpdateCustomRoleRequest">) => ({
      asyncOperation: toAsyncOperation(await updateCustomRole(context, request)),
    }),
  }),
  operation({
    rpc: `${SERVICE}/DeleteCustomRole`,
    permission: "cloud.customrole.delete",
    run: async (context, request: Request<"DeleteCustomRoleRequest">) => ({
      asyncOperation: toAsyncOperation(await deleteCustomRole(context, request)),
    }),
  }),
];
