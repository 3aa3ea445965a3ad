// Reads of projects for the public API.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { toProject } from "./project.ts";
import { findProject, listProjects } from "./project-store.ts";

export async function getProject(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IGetProjectRequest,
): Promise<temporal.api.cloud.cloudservice.v1.IGetProjectResponse> {
  const projectId = request.projectId ?? "";
  const row = await findProject(context, context.database.query, { projectId, action: "cloud.project.get" });
  return { project: toProject(row) };
}

export async function getProjects(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IGetProjectsRequest,
): Promise<temporal.api.cloud.cloudservice.v1.IGetProjectsResponse> {
  const { rows, nextPageToken } = await listProjects(context, {
    ids: request.projectIds ?? [],
    pageSize: request.pageSize ?? 0,
    pageToken: request.pageToken ?? "",
  });
  return { projects: rows.map(toProject), nextPageToken };
}
