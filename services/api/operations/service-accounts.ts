// Service accounts.
import type { temporal } from "#contracts";
import { toAsyncOperation } from "#domain/operations";
import {
  createServiceAccount,
  deleteServiceAccount,
  getServiceAccount,
  getServiceAccounts,
  updateServiceAccount,
} from "#domain/service-accounts";
import { operation, type Operation } from "./operation.ts";

const SERVICE = "temporal.api.cloud.cloudservice.v1.CloudService";

export const serviceAccountOperations: Operation[] = [
  operation<
    temporal.api.cloud.cloudservice.v1.ICreateServiceAccountRequest,
    temporal.api.cloud.cloudservice.v1.ICreateServiceAccountResponse
  >({
    rpc: `${SERVICE}/CreateServiceAccount`,
    permission: "cloud.serviceaccount.create",
    run: async (context, request) => {
      const created = await createServiceAccount(context, request);
      return {
        serviceAccountId: created.serviceAccountId,
        asyncOperation: toAsyncOperation(created.operation),
      };
    },
  }),
  operation<
    temporal.api.cloud.cloudservice.v1.IGetServiceAccountsRequest,
    temporal.api.cloud.cloudservice.v1.IGetServiceAccountsResponse
  >({
    rpc: `${SERVICE}/GetServiceAccounts`,
    permission: "cloud.serviceaccount.list",
    run: (context, request) => getServiceAccounts(context, request),
  }),
  operation<
    temporal.api.cloud.cloudservice.v1.IGetServiceAccountRequest,
    temporal.api.cloud.cloudservice.v1.IGetServiceAccountResponse
  >({
    rpc: `${SERVICE}/GetServiceAccount`,
    permission: "cloud.serviceaccount.get",
    run: async (context, request) => ({
      serviceAccount: await getServiceAccount(context, request.serviceAccountId ?? ""),
    }),
  }),
  operation<
    temporal.api.cloud.cloudservice.v1.IUpdateServiceAccountRequest,
    temporal.api.cloud.cloudservice.v1.IUpdateServiceAccountResponse
  >({
    rpc: `${SERVICE}/UpdateServiceAccount`,
    permission: "cloud.serviceaccount.update",
    run: async (context, request) => ({
      asyncOperation: toAsyncOperation(await updateServiceAccount(context, request)),
    }),
  }),
  operation<
    temporal.api.cloud.cloudservice.v1.IDeleteServiceAccountRequest,
    temporal.api.cloud.cloudservice.v1.IDeleteServiceAccountResponse
  >({
    rpc: `${SERVICE}/DeleteServiceAccount`,
    permission: "cloud.serviceaccount.delete",
    run: async (context, request) => ({
      asyncOperation: toAsyncOperation(await deleteServiceAccount(context, request)),
    }),
  }),
];
