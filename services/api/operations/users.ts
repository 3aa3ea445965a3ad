// Users, and who the caller is. What people do about their own way in is in people.ts.
import type { cloudV1, temporal } from "#contracts";
import { getApiKey } from "#domain/api-keys";
import { toAsyncOperation } from "#domain/operations";
import { getServiceAccount } from "#domain/service-accounts";
import {
  changeStanding,
  createUser,
  deleteUser,
  getUser,
  getUsers,
  resendInvitation,
  updateUser,
} from "#domain/users";
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
  operation<
    temporal.api.cloud.cloudservice.v1.ICreateUserRequest,
    temporal.api.cloud.cloudservice.v1.ICreateUserResponse
  >({
    rpc: `${SERVICE}/CreateUser`,
    permission: "cloud.user.create",
    run: async (context, request) => {
      const created = await createUser(context, request);
      return { userId: created.userId, asyncOperation: toAsyncOperation(created.operation) };
    },
  }),
  operation<
    temporal.api.cloud.cloudservice.v1.IUpdateUserRequest,
    temporal.api.cloud.cloudservice.v1.IUpdateUserResponse
  >({
    rpc: `${SERVICE}/UpdateUser`,
    permission: "cloud.user.update",
    run: async (context, request) => ({
      asyncOperation: toAsyncOperation(await updateUser(context, request)),
    }),
  }),
  operation<
    temporal.api.cloud.cloudservice.v1.IDeleteUserRequest,
    temporal.api.cloud.cloudservice.v1.IDeleteUserResponse
  >({
    rpc: `${SERVICE}/DeleteUser`,
    permission: "cloud.user.delete",
    run: async (context, request) => ({
      asyncOperation: toAsyncOperation(await deleteUser(context, request)),
    }),
  }),
  ...(["suspend", "restore"] as const).map((verb) =>
    operation<cloudV1.ISuspendUserRequest, cloudV1.ISuspendUserResponse>({
      rpc: `cellplane.cloud.v1.UserService/${verb === "suspend" ? "SuspendUser" : "RestoreUser"}`,
      permission: "cloud.user.update",
      run: async (context, request) => ({
        asyncOperation: toAsyncOperation(await changeStanding(context, verb, request)),
      }),
    }),
  ),
  operation<cloudV1.IResendInvitationRequest, cloudV1.IResendInvitationResponse>({
    rpc: "cellplane.cloud.v1.UserService/ResendInvitation",
    permission: "cloud.user.create",
    run: async (context, request) => ({
      asyncOperation: toAsyncOperation(await resendInvitation(context, request)),
    }),
  }),
];
