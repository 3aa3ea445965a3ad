// Operations of projects.
import type { temporal } from "#contracts";
import { createProject, deleteProject, getProject, getProjects, updateProject } from "#domain/projects";
import { operation, type Operation } from "./operation.ts";

const CLOUD = "temporal.api.cloud.cloudservice.v1.CloudService";

export const projectOperations: Operation[] = [
  operation({
    rpc: `${CLOUD}/CreateProject`,
    permission: "cloud.project.create",
    run: (context, request: temporal.api.cloud.cloudservice.v1.ICreateProjectRequest) =>
      createProject(context, request),
  }),
  operation({
    rpc: `${CLOUD}/GetProject`,
    permission: "cloud.project.get",
    run: (context, request: temporal.api.cloud.cloudservice.v1.IGetProjectRequest) =>
      getProject(context, request),
  }),
  operation({
    rpc: `${CLOUD}/GetProjects`,
    permission: "cloud.project.list",
    run: (context, request: temporal.api.cloud.cloudservice.v1.IGetProjectsRequest) =>
      getProjects(context, request),
  }),
  operation({
    rpc: `${CLOUD}/UpdateProject`,
    permission: "cloud.project.update",
    run: (context, request: temporal.api.cloud.cloudservice.v1.IUpdateProjectRequest) =>
      updateProject(context, request),
  }),
  operation({
    rpc: `${CLOUD}/DeleteProject`,
    permission: "cloud.project.delete",
    run: (context, request: temporal.api.cloud.cloudservice.v1.IDeleteProjectRequest) =>
      deleteProject(context, request),
  }),
];
