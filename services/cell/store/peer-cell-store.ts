// Reads and writes where the other cells of the installation are. Writes are statements of a flush.
import type { Queryable } from "#shared/postgres";
import type { Statement } from "./statement.ts";

export interface PeerCellRow {
  cellId: string;
  /** host:port */
  address: string;
}

const UPSERT = `insert into peer_cells (cell_id, address) values ($1, $2)
on conflict (cell_id) do update set address = excluded.address`;

/** Repeatable: the row is replaced by its id. */
export function upsertPeerCell({ cellId, address }: PeerCellRow): Statement {
  return { name: "peer-cell-upsert", text: UPSERT, values: [cellId, address] };
}

export async function readPeerCells(queryable: Queryable): Promise<PeerCellRow[]> {
  const { rows } = await queryable.query<{ cell_id: string; address: string }>("select * from peer_cells");
  return rows.map((row) => ({ cellId: row.cell_id, address: row.address }));
}
