// Cells in the database. They belong to the installation, not to an account.
import { isDeepStrictEqual } from "node:util";
import type { Transaction } from "#domain/database";
import { touchDirectory } from "#domain/directory";
import type { Prisma } from "#prisma";
import { CloudError } from "#shared/errors";
import type { CellRow, CellSettings, CellState } from "./cell.ts";

const CELLS_MAX = 1_000;

export function listCells(tx: Transaction): Promise<CellRow[]> {
  return tx.cell.findMany({ orderBy: { id: "asc" }, take: CELLS_MAX });
}

/** Errors: NOT_FOUND. */
export async function getCell(tx: Transaction, cellId: string): Promise<CellRow> {
  const row = await tx.cell.findUnique({ where: { id: cellId } });
  if (row !== null) return row;
  throw new CloudError("NOT_FOUND", "There is no cell with this id. GetCells lists those that exist.");
}

/** How many namespaces of all accounts each cell has, also for work that sees the rows of one account only. */
export async function countNamespaces(tx: Transaction): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ cell_id: string; namespaces: bigint }[]>`
    select cell_id, namespaces from namespaces_by_cell()`;
  return new Map(rows.map((row) => [row.cell_id, Number(row.namespaces)]));
}

/** The open cell of the region with the fewest namespaces. Errors: UNAVAILABLE when the region has none. */
export async function chooseCell(tx: Transaction, regionId: string): Promise<CellRow> {
  const cells = await tx.cell.findMany({ where: openIn(regionId), orderBy: { id: "asc" } });
  const counts = await countNamespaces(tx);
  const [emptiest] = cells.sort((a, b) => (counts.get(a.id) ?? 0) - (counts.get(b.id) ?? 0));
  if (emptiest !== undefined && (await isStillOpen(tx, emptiest.id, regionId))) return emptiest;
  throw new CloudError(
    "UNAVAILABLE",
    `The region ${regionId} has no open cell at the moment. Try again later.`,
    {
      retryAfterMs: 5_000,
    },
  );
}

function openIn(regionId: string): Prisma.CellWhereInput {
  return { OR: [{ regionId }, { alsoServes: { has: regionId } }], state: "ACTIVE" };
}

/** Customers may read cells and not lock their rows, so the lock has a name instead. */
export function cellLock(cellId: string): string {
  return `cell:${cellId}`;
}

/** Keeps the cell in its region until the transaction ends: AttachCell waits for it, or went first. */
async function isStillOpen(tx: Transaction, id: string, regionId: string): Promise<boolean> {
  await tx.$executeRaw`select pg_advisory_xact_lock_shared(hashtextextended(${cellLock(id)}, 0))`;
  return (await tx.cell.count({ where: { id, ...openIn(regionId) } })) === 1;
}

/** Writes the configured cells as open ones; repeating it changes nothing, and one no longer configured stays. */
export async function seedCells(tx: Transaction, cells: readonly CellSettings[], now: number): Promise<void> {
  let changed = false;
  for (const { id, region, driver, address, alsoServes = [] } of cells) {
    const present = await tx.cell.findUnique({ where: { id } });
    const wanted = { regionId: region, alsoServes, driver, address, state: "ACTIVE" satisfies CellState };
    if (present !== null && isDeepStrictEqual({ ...present, ...wanted }, present)) continue;
    await refuseUnknownRegions(tx, id, [region, ...alsoServes]);
    const updatedAt = new Date(now);
    const update = { ...wanted, updatedAt };
    await tx.cell.upsert({ where: { id }, create: { id, ...update, createdAt: updatedAt }, update });
    changed = true;
  }
  if (changed) await touchDirectory(tx);
}

async function refuseUnknownRegions(tx: Transaction, cellId: string, regions: string[]): Promise<void> {
  for (const region of regions) {
    if ((await tx.region.findUnique({ where: { id: region } })) !== null) continue;
    throw new CloudError(
      "INVALID_ARGUMENT",
      `Bad configuration: installation.cells: the cell ${cellId} names the region ${region}, which does not exist.`,
    );
  }
}
