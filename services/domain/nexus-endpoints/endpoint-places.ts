// Which cells have an endpoint, and what each must know of it: every cell that has namespaces of the account, so that a
// caller who is not on the list is told so, and the target's cell reaches callers in the others.
import { findCell, type CellNexusEndpoint, type CellRow, type PeerCell } from "#domain/cells";
import type { Transaction } from "#domain/database";
import { configurationOf, type NexusEndpointRow } from "./nexus-endpoint.ts";

export interface EndpointPlace {
  cell: CellRow;
  endpoint: CellNexusEndpoint;
  /** The other cells that have it. */
  peers: PeerCell[];
}

const EMBEDDED = "embedded";

/** By the intended configuration, in the order of the cells' ids; the target's cell is first: calls end there. */
export async function placesOf(tx: Transaction, row: NexusEndpointRow): Promise<EndpointPlace[]> {
  const { name, target, callers } = configurationOf(row);
  const namespaces = await tx.namespace.findMany({
    where: { accountId: row.accountId },
    select: { id: true, cellId: true },
  });
  const targetCellId = namespaces.find(({ id }) => id === target.namespace)?.cellId;
  if (targetCellId === undefined) return [];
  const ids = [...new Set([targetCellId, ...namespaces.map(({ cellId }) => cellId).sort()])];
  const cells = (await Promise.all(ids.map((id) => findCell(tx, id)))).filter(
    ({ driver }) => driver === EMBEDDED,
  );
  const shared = { endpointId: row.id, name, scope: row.accountId, callers, generation: row.generation };
  return cells.map((cell) => ({
    cell,
    endpoint: { ...shared, target: cell.id === targetCellId ? target : { cellId: targetCellId } },
    peers: cells.filter(({ id }) => id !== cell.id).map(({ id, address }) => ({ cellId: id, address })),
  }));
}
