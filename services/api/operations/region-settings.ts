// Operations of regions and their cells, for the installation's operators.
import type { cloudV1 } from "#contracts";
import { attachCell } from "#domain/cells";
import { createRegion, getRegionSettings, updateRegion } from "#domain/regions";
import { operation, type Operation } from "./operation.ts";

const REGIONS = "cellplane.cloud.v1.RegionService";

export const regionSettingsOperations: Operation[] = [
  operation({
    rpc: `${REGIONS}/GetRegionSettings`,
    permission: "cloud.regionsettings.list",
    run: (context) => getRegionSettings(context),
  }),
  operation({
    rpc: `${REGIONS}/CreateRegion`,
    permission: "cloud.region.create",
    run: (context, request: cloudV1.ICreateRegionRequest) => createRegion(context, request),
  }),
  operation({
    rpc: `${REGIONS}/UpdateRegion`,
    permission: "cloud.region.update",
    run: (context, request: cloudV1.IUpdateRegionRequest) => updateRegion(context, request),
  }),
  operation({
    rpc: `${REGIONS}/AttachCell`,
    permission: "cloud.cell.attach",
    run: (context, request: cloudV1.IAttachCellRequest) => attachCell(context, request),
  }),
];
