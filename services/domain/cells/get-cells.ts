// Reads of cells for the installation's operators.
import type { cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import { countNamespaces, getCell as readCell, listCells } from "./cell-store.ts";
import { toCell } from "./cell.ts";

export async function getCells(context: DomainContext): Promise<cloudV1.IGetCellsResponse> {
  const tx = context.database.query;
  const [rows, counts] = await Promise.all([listCells(tx), countNamespaces(tx)]);
  return { cells: rows.map((row) => toCell(row, counts.get(row.id) ?? 0)) };
}

export async function getCell(
  context: DomainContext,
  request: cloudV1.IGetCellRequest,
): Promise<cloudV1.IGetCellResponse> {
  const tx = context.database.query;
  const [row, counts] = await Promise.all([readCell(tx, request.cellId ?? ""), countNamespaces(tx)]);
  return { cell: toCell(row, counts.get(row.id) ?? 0) };
}
