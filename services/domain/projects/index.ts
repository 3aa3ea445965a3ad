// The door of projects: the parts of an account that its namespaces belong to.
export { createDefaultProject, defaultProjectId } from "./default-project.ts";
export { createProject } from "./create-project.ts";
export { deleteProject } from "./delete-project.ts";
export { getProject, getProjects } from "./get-projects.ts";
export { findProjectOf } from "./project-store.ts";
export { updateProject } from "./update-project.ts";
