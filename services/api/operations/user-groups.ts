// Groups of users and their members.
import type { temporal } from "#contracts";
import {
  addUserGroupMember,
  createUserGroup,
  deleteUserGroup,
  getUserGroup,
  getUserGroupMembers,
  getUserGroups,
  removeUserGroupMember,
  updateUserGroup,
} from "#domain/groups";
import { toAsyncOperation } from "#domain/operations";
import { operation, type Operation } from "./operation.ts";

const CLOUD = "temporal.api.cloud.cloudservice.v1.CloudService";

type IAddRequest = temporal.api.cloud.cloudservice.v1.IAddUserGroupMemberRequest;

export const userGroupOperations: Operation[] = [
  operation({
    rpc: `${CLOUD}/CreateUserGroup`,
    permission: "cloud.usergroup.create",
    run: async (context, request: temporal.api.cloud.cloudservice.v1.ICreateUserGroupRequest) => {
      const created = await createUserGroup(context, request);
      return { groupId: created.groupId, asyncOperation: toAsyncOperation(created.operation) };
    },
  }),
  operation({
    rpc: `${CLOUD}/GetUserGroups`,
    permission: "cloud.usergroup.list",
    run: (context, request: temporal.api.cloud.cloudservice.v1.IGetUserGroupsRequest) =>
      getUserGroups(context, request),
  }),
  operation({
    rpc: `${CLOUD}/GetUserGroup`,
    permission: "cloud.usergroup.get",
    run: async (context, request: temporal.api.cloud.cloudservice.v1.IGetUserGroupRequest) => ({
      group: await getUserGroup(context, request.groupId ?? ""),
    }),
  }),
  operation({
    rpc: `${CLOUD}/UpdateUserGroup`,
    permission: "cloud.usergroup.update",
    run: async (context, request: temporal.api.cloud.cloudservice.v1.IUpdateUserGroupRequest) => ({
      asyncOperation: toAsyncOperation(await updateUserGroup(context, request)),
    }),
  }),
  operation({
    rpc: `${CLOUD}/DeleteUserGroup`,
    permission: "cloud.usergroup.delete",
    run: async (context, request: temporal.api.cloud.cloudservice.v1.IDeleteUserGroupRequest) => ({
      asyncOperation: toAsyncOperation(await deleteUserGroup(context, request)),
    }),
  }),
  operation({
    rpc: `${CLOUD}/AddUserGroupMember`,
    permission: "cloud.usergroup.addMember",
    run: async (context, request: IAddRequest) => ({
      asyncOperation: toAsyncOperation(await addUserGroupMember(context, request)),
    }),
  }),
  operation({
    rpc: `${CLOUD}/RemoveUserGroupMember`,
    permission: "cloud.usergroup.removeMember",
    run: async (context, request: IAddRequest) => ({
      asyncOperation: toAsyncOperation(await removeUserGroupMember(context, request)),
    }),
  }),
  operation({
    rpc: `${CLOUD}/GetUserGroupMembers`,
    permission: "cloud.usergroup.getMembers",
    run: (context, request: temporal.api.cloud.cloudservice.v1.IGetUserGroupMembersRequest) =>
      getUserGroupMembers(context, request),
  }),
];
