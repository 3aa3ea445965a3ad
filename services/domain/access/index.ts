// The door of access: giving principals permissions on namespaces and roles on projects, and who has them.
export { setNamespaceAccess } from "./set-namespace-access.ts";
export { setProjectAccess } from "./set-project-access.ts";
export { getNamespaceAssignments, getProjectAssignments, type Assignment } from "./get-assignments.ts";
export { findProject } from "./find-project.ts";
export { principalsOfNamespace } from "./principals-of-namespace.ts";
export { explainAccess } from "./explain-access.ts";
