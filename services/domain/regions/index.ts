// The door of regions.
export { getRegion, getRegions } from "./get-regions.ts";
export { getRegionSettings } from "./get-region-settings.ts";
export { createRegion } from "./create-region.ts";
export { updateRegion } from "./update-region.ts";
export { getRegion as findRegion, listRegions, seedRegions } from "./region-store.ts";
export { regionSettings, type RegionRow, type RegionSettings } from "./region.ts";
