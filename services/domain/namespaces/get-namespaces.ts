// Reads of namespaces for the public API.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { listRegions, type RegionRow } from "#domain/regions";
import { configurationOf, toNamespace, type NamespaceRow } from "./namespace.ts";
import { findNamespace, listNamespaces } from "./namespace-store.ts";

export async function getNamespace(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IGetNamespaceRequest,
): Promise<temporal.api.cloud.cloudservice.v1.IGetNamespaceResponse> {
  const row = await findNamespace(context, context.database.query, {
    namespace: request.namespace ?? "",
    action: "cloud.namespace.get",
  });
  return { namespace: toNamespace(row, await regionOf(context, row)) };
}

export async function getNamespaces(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IGetNamespacesRequest,
): Promise<temporal.api.cloud.cloudservice.v1.IGetNamespacesResponse> {
  const { rows, nextPageToken } = await listNamespaces(context, {
    name: request.name ?? "",
    pageSize: request.pageSize ?? 0,
    pageToken: request.pageToken ?? "",
  });
  const regions = new Map((await listRegions(context.database.query)).map((region) => [region.id, region]));
  const namespaces = rows.map((row) => toNamespace(row, regions.get(activeRegionOf(row))));
  return { namespaces, nextPageToken };
}

async function regionOf(context: DomainContext, row: NamespaceRow): Promise<RegionRow | undefined> {
  const found = await context.database.query.region.findUnique({ where: { id: activeRegionOf(row) } });
  return found ?? undefined;
}

function activeRegionOf(row: NamespaceRow): string {
  return configurationOf(row).regions[0] ?? "";
}
