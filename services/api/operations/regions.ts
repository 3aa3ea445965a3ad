// Operations of regions.
import type { temporal } from "#contracts";
import { getRegion, getRegions } from "#domain/regions";
import { operation, type Operation } from "./operation.ts";

const CLOUD = "temporal.api.cloud.cloudservice.v1.CloudService";

export const regionsOperations: Operation[] = [
  operation({
    rpc: `${CLOUD}/GetRegions`,
    permission: "cloud.region.list",
    run: (context) => getRegions(context),
  }),
  operation({
    rpc: `${CLOUD}/GetRegion`,
    permission: "cloud.region.get",
    run: (context, request: temporal.api.cloud.cloudservice.v1.IGetRegionRequest) =>
      getRegion(context, request),
  }),
];
