// The door of custom roles: roles that an account puts together itself.
export { createCustomRole } from "./create-custom-role.ts";
export { updateCustomRole } from "./update-custom-role.ts";
export { deleteCustomRole } from "./delete-custom-role.ts";
export { getCustomRole, getCustomRoles } from "./get-custom-roles.ts";
