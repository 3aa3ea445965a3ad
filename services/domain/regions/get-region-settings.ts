// Regions with their addresses, their cells and how much is on them, for the installation's operators.
import type { cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import { listRegions } from "./region-store.ts";
import { toRegionSettings } from "./region-message.ts";

const CELLS_MAX = 1_000;

export async function getRegionSettings(context: DomainContext): Promise<cloudV1.IGetRegionSettingsResponse> {
  const tx = context.database.query;
  const [regions, cells, groups] = await Promise.all([
    listRegions(tx),
    tx.cell.findMany({
      select: { id: true, regionId: true, alsoServes: true },
      orderBy: { id: "asc" },
      take: CELLS_MAX,
    }),
    tx.namespace.groupBy({ by: ["cellId"], _count: { _all: true } }),
  ]);
  const namespacesOn = new Map(groups.map((group) => [group.cellId, group._count._all]));
  return {
    regions: regions.map((row) => {
      const cellIds = cells
        .filter((cell) => [cell.regionId, ...cell.alsoServes].includes(row.id))
        .map((cell) => cell.id);
      const namespaces = cellIds.reduce((sum, id) => sum + (namespacesOn.get(id) ?? 0), 0);
      return toRegionSettings(row, { cellIds, namespaces });
    }),
  };
}
