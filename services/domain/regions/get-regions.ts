// Reads of regions for the public API: the list is what new namespaces can choose from.
import type { temporal } from "#contracts";
import type { DomainContext } from "#domain/context";
import { getRegion as readRegion, listOpenRegions } from "./region-store.ts";
import { toRegion } from "./region.ts";

export async function getRegions(
  context: DomainContext,
): Promise<temporal.api.cloud.cloudservice.v1.IGetRegionsResponse> {
  return { regions: (await listOpenRegions(context.database.query)).map(toRegion) };
}

export async function getRegion(
  context: DomainContext,
  request: temporal.api.cloud.cloudservice.v1.IGetRegionRequest,
): Promise<temporal.api.cloud.cloudservice.v1.IGetRegionResponse> {
  return { region: toRegion(await readRegion(context.database.query, request.region ?? "")) };
}
