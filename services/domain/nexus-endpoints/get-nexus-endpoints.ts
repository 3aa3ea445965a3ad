// Reads of endpoints for the public API: every reader of the account sees all its endpoints, as in
// Temporal Cloud; who has a role on a project only sees those of the project.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { findEndpoint, listEndpoints } from "./nexus-endpoint-store.ts";
import { toEndpoint } from "./nexus-endpoint.ts";

export async function getNexusEndpoint(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IGetNexusEndpointRequest,
): Promise<temporal.api.cloud.cloudservice.v1.IGetNexusEndpointResponse> {
  const row = await findEndpoint(context, context.database.query, {
    endpointId: request.endpointId ?? "",
    action: "cloud.nexusendpoint.get",
  });
  return { endpoint: toEndpoint(row) };
}

export async function getNexusEndpoints(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IGetNexusEndpointsRequest,
): Promise<temporal.api.cloud.cloudservice.v1.IGetNexusEndpointsResponse> {
  const { rows, nextPageToken } = await listEndpoints(context, {
    targetNamespace: request.targetNamespaceId ?? "",
    targetTaskQueue: request.targetTaskQueue ?? "",
    name: request.name ?? "",
    projectId: request.projectId ?? "",
    pageSize: request.pageSize ?? 0,
    pageToken: request.pageToken ?? "",
  });
  return { endpoints: rows.map(toEndpoint), nextPageToken };
}
