// The door of groups of users: what a group may do, each of its members may do.
export { createUserGroup } from "./create-user-group.ts";
export { updateUserGroup } from "./update-user-group.ts";
export { deleteUserGroup } from "./delete-user-group.ts";
export { getUserGroup, getUserGroups } from "./get-user-groups.ts";
export { addUserGroupMember, removeUserGroupMember } from "./change-member.ts";
export { getUserGroupMembers } from "./get-user-group-members.ts";
// For what keeps groups equal to an identity provider's: rules of the public operations do not apply to it.
export {
  addMembers,
  insertGroup,
  removeGroup,
  removeMembers,
  renameGroup,
  replaceMembers,
  type GroupKind,
  type NewGroup,
} from "./group-store.ts";
export { SCIM_NAME_LENGTH_MAX } from "./user-group.ts";
