// Regions in the database: read by everybody, written from the installation's configuration and by its operators.
import type { Transaction } from "#domain/database";
import { CloudError } from "#shared/errors";
import { REGIONS_MAX, type RegionRow, type RegionSettings } from "./region.ts";

export type RegionColumns = Omit<RegionRow, "id" | "resourceVersion">;

export function listRegions(tx: Transaction): Promise<RegionRow[]> {
  return tx.region.findMany({ orderBy: { id: "asc" }, take: REGIONS_MAX });
}

/** Regions that take new namespaces. */
export function listOpenRegions(tx: Transaction): Promise<RegionRow[]> {
  return tx.region.findMany({ where: { disabled: false }, orderBy: { id: "asc" }, take: REGIONS_MAX });
}

/** Errors: NOT_FOUND. */
export async function getRegion(tx: Transaction, regionId: string): Promise<RegionRow> {
  const row = await tx.region.findUnique({ where: { id: regionId } });
  if (row !== null) return row;
  throw new CloudError("NOT_FOUND", "There is no region with this id. GetRegions lists those that exist.");
}

/**
 * Writes the configured regions; repeating it changes nothing, and one that is no longer configured stays. What an
 * operator closed stays closed unless the configuration says otherwise.
 */
export async function seedRegions(tx: Transaction, regions: readonly RegionSettings[]): Promise<void> {
  for (const settings of regions) {
    const { disabled, ...columns } = columnsOf(settings);
    const update = settings.disabled === undefined ? columns : { ...columns, disabled };
    const present = await tx.region.findUnique({ where: { id: settings.id } });
    const isSame = Object.entries(update).every(
      ([key, value]) => present?.[key as keyof RegionRow] === value,
    );
    if (isSame) continue;
    await tx.region.upsert({
      where: { id: settings.id },
      create: { id: settings.id, ...columns, disabled },
      update: { ...update, resourceVersion: { increment: 1 } },
    });
  }
}

export function columnsOf(settings: RegionSettings): RegionColumns {
  return {
    provider: settings.provider,
    providerRegion: settings.region,
    location: settings.location,
    grpcAddress: settings.grpcAddress,
    mtlsGrpcAddress: settings.mtlsGrpcAddress ?? settings.grpcAddress,
    webAddress: settings.webAddress,
    disabled: settings.disabled ?? false,
  };
}

export function settingsOf({ id: _id, resourceVersion: _version, ...columns }: RegionRow): RegionColumns {
  return columns;
}
