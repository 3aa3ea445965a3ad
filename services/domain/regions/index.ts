// The door of regions.
export { getRegion, listRegions, seedRegions } from "./region-store.ts";
export { regionSettings, toRegion, type RegionRow, type RegionSettings } from "./region.ts";
