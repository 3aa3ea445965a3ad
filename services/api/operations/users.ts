// Users, and who the caller is.
import type { temporal } from "#contracts";
import { getApiKey } from "#domain/api-keys";
import { getServiceAccount } from "#domain/service-accounts";
import { getUser, getUsers } from "#domain/users";
import { operation, type Operation } from "./operation.ts";

const SERVICE = "temporal.api.cloud.cloudservice.v1.CloudService";

type IGetCurrentIdentityResponse = temporal.api.cloud.cloudservice.v1.IGetCurrentIdentityResponse;

export const userOperations: Operation[] = [
  operation<object, IGetCurrentIdentityResponse>({
    rpc: `${SERVICE}/GetCurrentIdentity`,
    permission: "cloud.identity.get",
    run: async (context) => {
      const { principalType, principalId, apiKeyId } = context.actor;
      const isServiceAccount = principalType === "service_account";
      return {
        ...(isServiceAccount
          ? { serviceAccount: await getServiceAccount(context, principalId) }
          : { user: await getUser(context, principalId) }),
        ...(apiKeyId === undefined ? {} : { principalApiKey: await getApiKey(context, apiKeyId) }),
      };
    },
  }),
  operation<
    temporal.api.cloud.cloudservice.v1.IGetUsersRequest,
    temporal.api.cloud.cloudservice.v1.IGetUsersResponse
  >({
    rpc: `${SERVICE}/GetUsers`,
    permission: "cloud.user.list",
    run: (context, request) => getUsers(context, request),
  }),
  operation<
    temporal.api.cloud.cloudservice.v1.IGetUserRequest,
    temporal.api.cloud.cloudservice.v1.IGetUserResponse
  >({
    rpc: `${SERVICE}/GetUser`,
    permission: "cloud.user.get",
    run: async (context, request) => ({ user: await getUser(context, request.userId ?? "") }),
  }),
];
