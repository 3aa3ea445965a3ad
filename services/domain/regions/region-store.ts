// Regions in the database: read by everybody, written from the installation's configuration only.
import type { Transaction } from "#domain/database";
import { CloudError } from "#shared/errors";
import type { RegionRow, RegionSettings } from "./region.ts";

const REGIONS_MAX = 200;

export function listRegions(tx: Transaction): Promise<RegionRow[]> {
  return tx.region.findMany({ orderBy: { id: "asc" }, take: REGIONS_MAX });
}

/** Errors: NOT_FOUND. */
export async function getRegion(tx: Transaction, regionId: string): Promise<RegionRow> {
  const row = await tx.region.findUnique({ where: { id: regionId } });
  if (row !== null) return row;
  throw new CloudError("NOT_FOUND", "There is no region with this id. GetRegions lists those that exist.");
}

/** Writes the configured regions; repeating it changes nothing, and one that is no longer configured stays. */
export async function seedRegions(tx: Transaction, regions: readonly RegionSettings[]): Promise<void> {
  for (const settings of regions) {
    const data = {
      provider: settings.provider,
      providerRegion: settings.region,
      location: settings.location,
      grpcAddress: settings.grpcAddress,
      mtlsGrpcAddress: settings.mtlsGrpcAddress ?? settings.grpcAddress,
      webAddress: settings.webAddress,
    };
    await tx.region.upsert({
      where: { id: settings.id },
      create: { id: settings.id, ...data },
      update: data,
    });
  }
}
