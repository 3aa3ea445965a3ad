// The door of regions.
export { getRegion, getRegions } from "./get-regions.ts";
export { getRegion as findRegion, listRegions, seedRegions } from "./region-store.ts";
export { regionSettings, type RegionRow, type RegionSettings } from "./region.ts";
