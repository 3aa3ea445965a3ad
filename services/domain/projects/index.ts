// The door of projects: the parts of an account that its namespaces belong to.
export { createDefaultProject, defaultProjectId } from "./default-project.ts";
export { findProjectOf } from "./project-store.ts";
