// Who may do what: users, groups, service accounts, keys and custom roles.
package main

import (
	"time"

	cloudservice "go.temporal.io/cloud-sdk/api/cloudservice/v1"
	identitypb "go.temporal.io/cloud-sdk/api/identity/v1"
	"google.golang.org/grpc/codes"
	"google.golang.org/protobuf/types/known/timestamppb"
)

func accountRole(role identitypb.AccountAccess_Role) *identitypb.Access {
	return &identitypb.Access{AccountAccess: &identitypb.AccountAccess{Role: role}}
}

var write = &identitypb.NamespaceAccess{Permission: identitypb.NamespaceAccess_PERMISSION_WRITE}

func (t *T) user() string {
	made, err := t.cloud.CreateUser(t, &cloudservice.CreateUserRequest{Spec: &identitypb.UserSpec{
		Email: unique("user") + "@example.com", Access: accountRole(identitypb.AccountAccess_ROLE_READ),
	}})
	t.done(made.GetAsyncOperation(), err)
	return made.UserId
}

func (t *T) readUser(id string) *identitypb.User {
	read, err := t.cloud.GetUser(t, &cloudservice.GetUserRequest{UserId: id})
	t.NoError(err)
	return read.User
}

func (t *T) deleteUser(id string) {
	deleted, err := t.cloud.DeleteUser(t, &cloudservice.DeleteUserRequest{UserId: id, ResourceVersion: t.readUser(id).ResourceVersion})
	t.done(deleted.GetAsyncOperation(), err)
}

func liveUsers(t *T) {
	id := t.user()
	namespace := t.namespace(unique("users"))
	user := t.readUser(id)
	t.NotNil(user.Invitation)
	found, err := t.cloud.GetUsers(t, &cloudservice.GetUsersRequest{Email: user.Spec.Email})
	t.NoError(err)
	t.Len(found.Users, 1)

	spec := user.Spec
	spec.Access = accountRole(identitypb.AccountAccess_ROLE_DEVELOPER)
	updated, err := t.cloud.UpdateUser(t, &cloudservice.UpdateUserRequest{UserId: id, Spec: spec, ResourceVersion: user.ResourceVersion})
	t.done(updated.GetAsyncOperation(), err)
	given, err := t.cloud.SetUserNamespaceAccess(t, &cloudservice.SetUserNamespaceAccessRequest{
		Namespace: namespace, UserId: id, Access: write, ResourceVersion: t.readUser(id).ResourceVersion,
	})
	t.done(given.GetAsyncOperation(), err)
	access := t.readUser(id).Spec.Access
	t.Equal(identitypb.AccountAccess_ROLE_DEVELOPER, access.AccountAccess.Role)
	t.Equal(identitypb.NamespaceAccess_PERMISSION_WRITE, access.NamespaceAccesses[namespace].GetPermission())
	assigned, err := t.cloud.GetUserNamespaceAssignments(t, &cloudservice.GetUserNamespaceAssignmentsRequest{Namespace: namespace})
	t.NoError(err)
	t.NotEmpty(assigned.Users)

	_, err = t.cloud.CreateUser(t, &cloudservice.CreateUserRequest{Spec: &identitypb.UserSpec{Email: "no address", Access: spec.Access}})
	t.refused(err, codes.InvalidArgument, "email")
	_, err = t.cloud.CreateUser(t, &cloudservice.CreateUserRequest{Spec: &identitypb.UserSpec{Email: spec.Email, Access: spec.Access}})
	t.refused(err, codes.AlreadyExists, "")
	t.deleteUser(id)
	_, err = t.cloud.GetUser(t, &cloudservice.GetUserRequest{UserId: id})
	t.refused(err, codes.NotFound, "")
	t.deleteNamespace(namespace)
}

func liveGroups(t *T) {
	member := t.user()
	made, err := t.cloud.CreateUserGroup(t, &cloudservice.CreateUserGroupRequest{Spec: &identitypb.UserGroupSpec{
		DisplayName: unique("group"), Access: accountRole(identitypb.AccountAccess_ROLE_READ),
		GroupType: &identitypb.UserGroupSpec_CloudGroup{CloudGroup: &identitypb.CloudGroupSpec{}},
	}})
	t.done(made.GetAsyncOperation(), err)
	read := func() *identitypb.UserGroup {
		answer, err := t.cloud.GetUserGroup(t, &cloudservice.GetUserGroupRequest{GroupId: made.GroupId})
		t.NoError(err)
		return answer.Group
	}
	memberId := &identitypb.UserGroupMemberId{MemberType: &identitypb.UserGroupMemberId_UserId{UserId: member}}
	added, err := t.cloud.AddUserGroupMember(t, &cloudservice.AddUserGroupMemberRequest{GroupId: made.GroupId, MemberId: memberId})
	t.done(added.GetAsyncOperation(), err)
	members := func() int {
		answer, err := t.cloud.GetUserGroupMembers(t, &cloudservice.GetUserGroupMembersRequest{GroupId: made.GroupId})
		t.NoError(err)
		return len(answer.Members)
	}
	t.Equal(1, members())
	group := read()
	spec := group.Spec
	spec.Access = accountRole(identitypb.AccountAccess_ROLE_DEVELOPER)
	updated, err := t.cloud.UpdateUserGroup(t, &cloudservice.UpdateUserGroupRequest{
		GroupId: made.GroupId, Spec: spec, ResourceVersion: group.ResourceVersion,
	})
	t.done(updated.GetAsyncOperation(), err)
	t.Equal(identitypb.AccountAccess_ROLE_DEVELOPER, read().Spec.Access.AccountAccess.Role)
	removed, err := t.cloud.RemoveUserGroupMember(t, &cloudservice.RemoveUserGroupMemberRequest{GroupId: made.GroupId, MemberId: memberId})
	t.done(removed.GetAsyncOperation(), err)
	t.Equal(0, members())
	found, err := t.cloud.GetUserGroups(t, &cloudservice.GetUserGroupsRequest{DisplayName: spec.DisplayName})
	t.NoError(err)
	t.Len(found.Groups, 1)
	deleted, err := t.cloud.DeleteUserGroup(t, &cloudservice.DeleteUserGroupRequest{
		GroupId: made.GroupId, ResourceVersion: read().ResourceVersion,
	})
	t.done(deleted.GetAsyncOperation(), err)
	t.deleteUser(member)
}

func (t *T) serviceAccount(spec *identitypb.ServiceAccountSpec) string {
	made, err := t.cloud.CreateServiceAccount(t, &cloudservice.CreateServiceAccountRequest{Spec: spec})
	t.done(made.GetAsyncOperation(), err)
	return made.ServiceAccountId
}

func (t *T) readServiceAccount(id string) *identitypb.ServiceAccount {
	answer, err := t.cloud.GetServiceAccount(t, &cloudservice.GetServiceAccountRequest{ServiceAccountId: id})
	t.NoError(err)
	return answer.ServiceAccount
}

func (t *T) deleteServiceAccount(id string) {
	deleted, err := t.cloud.DeleteServiceAccount(t, &cloudservice.DeleteServiceAccountRequest{
		ServiceAccountId: id, ResourceVersion: t.readServiceAccount(id).ResourceVersion,
	})
	t.done(deleted.GetAsyncOperation(), err)
}

func liveServiceAccounts(t *T) {
	id := t.serviceAccount(&identitypb.ServiceAccountSpec{
		Name: unique("service"), Description: "Deploys", Access: accountRole(identitypb.AccountAccess_ROLE_READ),
	})
	made := t.readServiceAccount(id)
	spec := made.Spec
	spec.Description = "Deploys more"
	updated, err := t.cloud.UpdateServiceAccount(t, &cloudservice.UpdateServiceAccountRequest{
		ServiceAccountId: id, Spec: spec, ResourceVersion: made.ResourceVersion,
	})
	t.done(updated.GetAsyncOperation(), err)
	t.Equal("Deploys more", t.readServiceAccount(id).Spec.Description)
	_, err = t.cloud.CreateServiceAccount(t, &cloudservice.CreateServiceAccountRequest{Spec: &identitypb.ServiceAccountSpec{
		Name: spec.Name, Access: spec.Access,
	}})
	t.refused(err, codes.AlreadyExists, "")

	namespace := t.namespace(unique("scoped"))
	scoped := t.serviceAccount(&identitypb.ServiceAccountSpec{
		Name: unique("scoped"), NamespaceScopedAccess: &identitypb.NamespaceScopedAccess{Namespace: namespace, Access: write},
	})
	t.Equal(namespace, t.readServiceAccount(scoped).Spec.NamespaceScopedAccess.GetNamespace())
	t.deleteServiceAccount(scoped)
	t.deleteServiceAccount(id)
	t.deleteNamespace(namespace)
}

func liveKeys(t *T) {
	owner := t.serviceAccount(&identitypb.ServiceAccountSpec{
		Name: unique("keys"), Access: accountRole(identitypb.AccountAccess_ROLE_READ),
	})
	spec := &identitypb.ApiKeySpec{
		OwnerId: owner, OwnerType: identitypb.OwnerType_OWNER_TYPE_SERVICE_ACCOUNT, DisplayName: "first",
		ExpiryTime: timestamppb.New(time.Now().Add(24 * time.Hour)),
	}
	made, err := t.cloud.CreateApiKey(t, &cloudservice.CreateApiKeyRequest{Spec: spec})
	t.done(made.GetAsyncOperation(), err)
	t.NotEmpty(made.Token)
	read := func() *identitypb.ApiKey {
		answer, err := t.cloud.GetApiKey(t, &cloudservice.GetApiKeyRequest{KeyId: made.KeyId})
		t.NoError(err)
		return answer.ApiKey
	}
	key := read()
	key.Spec.Disabled = true
	updated, err := t.cloud.UpdateApiKey(t, &cloudservice.UpdateApiKeyRequest{
		KeyId: made.KeyId, Spec: key.Spec, ResourceVersion: key.ResourceVersion,
	})
	t.done(updated.GetAsyncOperation(), err)
	t.True(read().Spec.Disabled)
	listed, err := t.cloud.GetApiKeys(t, &cloudservice.GetApiKeysRequest{OwnerId: owner, OwnerType: identitypb.OwnerType_OWNER_TYPE_SERVICE_ACCOUNT})
	t.NoError(err)
	t.Len(listed.ApiKeys, 1)
	spec.ExpiryTime = timestamppb.New(time.Now().Add(-time.Hour))
	_, err = t.cloud.CreateApiKey(t, &cloudservice.CreateApiKeyRequest{Spec: spec})
	t.refused(err, codes.InvalidArgument, "expiry")
	deleted, err := t.cloud.DeleteApiKey(t, &cloudservice.DeleteApiKeyRequest{KeyId: made.KeyId, ResourceVersion: read().ResourceVersion})
	t.done(deleted.GetAsyncOperation(), err)
	t.deleteServiceAccount(owner)
}

func liveRoles(t *T) {
	spec := &identitypb.CustomRoleSpec{
		Name: unique("role"), Description: "Reads namespaces",
		Permissions: []*identitypb.CustomRoleSpec_Permission{{
			Resources: &identitypb.CustomRoleSpec_Resources{ResourceType: "namespaces", AllowAll: true},
			Actions:   []string{"cloud.namespace.get"},
		}},
	}
	made, err := t.cloud.CreateCustomRole(t, &cloudservice.CreateCustomRoleRequest{Spec: spec})
	t.done(made.GetAsyncOperation(), err)
	read := func() *identitypb.CustomRole {
		answer, err := t.cloud.GetCustomRole(t, &cloudservice.GetCustomRoleRequest{RoleId: made.RoleId})
		t.NoError(err)
		return answer.CustomRole
	}
	spec.Description = "Reads all namespaces"
	updated, err := t.cloud.UpdateCustomRole(t, &cloudservice.UpdateCustomRoleRequest{
		RoleId: made.RoleId, Spec: spec, ResourceVersion: read().ResourceVersion,
	})
	t.done(updated.GetAsyncOperation(), err)
	t.Equal(spec.Description, read().Spec.Description)
	listed, err := t.cloud.GetCustomRoles(t, &cloudservice.GetCustomRolesRequest{})
	t.NoError(err)
	t.NotEmpty(listed.CustomRoles)
	spec.Permissions[0].Actions = []string{"cloud.nothing.at.all"}
	_, err = t.cloud.CreateCustomRole(t, &cloudservice.CreateCustomRoleRequest{Spec: spec})
	t.refused(err, codes.InvalidArgument, "action")
	deleted, err := t.cloud.DeleteCustomRole(t, &cloudservice.DeleteCustomRoleRequest{RoleId: made.RoleId, ResourceVersion: read().ResourceVersion})
	t.done(deleted.GetAsyncOperation(), err)
}
